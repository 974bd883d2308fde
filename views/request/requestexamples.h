// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/traffic/request.h"
#include "views/common/linklabel.h"

#include <vector>

namespace meshdraft::views {

class Theme;

/// What stands where no answer is yet: what the page is for, and a few requests of this mesh to begin with.
class RequestExamples : public LinkLabel {
    Q_OBJECT
public:
    explicit RequestExamples(const Theme& theme, QWidget* parent = nullptr);

    void setMesh(const mesh::MeshGraph& graph);
    const std::vector<traffic::Request>& requests() const { return m_requests; }

Q_SIGNALS:
    void requestChosen(const meshdraft::traffic::Request& request);

private:
    void fill();

    const Theme& m_theme;
    std::vector<traffic::Request> m_requests;
};

} // namespace meshdraft::views
