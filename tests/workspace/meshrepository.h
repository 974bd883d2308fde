// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/git/testrepository.h"

namespace meshdraft::workspace {

/// A real repository with a small mesh, committed on branch "main": a VirtualService and a DestinationRule "reviews", a
/// Service and two Deployments in namespace shop, a Gateway in namespace edge.
class MeshRepository : public git::TestRepository {
public:
    MeshRepository();
    /// Adds and commits everything.
    void commitAll() const;

private:
    void writeMesh() const;
};

/// shop/reviews.yaml: routes preview (by header) and default (v1 90, v2 10), and the subsets.
QByteArray reviewsFile();

} // namespace meshdraft::workspace
