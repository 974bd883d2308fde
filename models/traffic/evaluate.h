// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"
#include "models/traffic/answer.h"
#include "models/traffic/request.h"

#include <memory>

namespace meshdraft::traffic {

struct MeshIndex;

/// Says what the proxies of one mesh do to requests. Immutable but for its caches; thread-safe. Cost of building:
/// linear in hosts and routes; of an evaluation: what the request touches.
class Evaluator {
public:
    explicit Evaluator(std::shared_ptr<const mesh::effective::MeshView> view);

    const mesh::effective::MeshView& view() const;
    const MeshIndex& index() const { return *m_index; }

    /// Follows a request to its end. Where objects of one age compete, every one of them is taken as the oldest;
    /// answers that differ are in Answer::otherwise.
    Answer evaluate(const Request& request) const;

private:
    std::shared_ptr<const MeshIndex> m_index;
};

} // namespace meshdraft::traffic
