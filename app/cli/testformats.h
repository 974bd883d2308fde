// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/trafficoutput.h"
#include "models/traffic/routingtests.h"

namespace meshdraft::cli {

/// What became of the routing tests.
struct TestReport {
    struct Case {
        const traffic::RoutingTest* test = nullptr;
        traffic::TestOutcome outcome;
    };
    struct Suite {
        std::string environment;
        const mesh::effective::MeshView* view = nullptr; ///< held by the snapshot
        std::vector<Case> cases;
    };
    std::string path;
    std::vector<Suite> suites; ///< one an environment
    std::vector<Error> errors; ///< tests that could not be read

    std::size_t failed() const;
};

/// A way to print them.
struct TestFormat {
    const char* name;
    QByteArray (*write)(const TestReport& report);
};
/// Null for an unknown name.
const TestFormat* testFormatNamed(const QString& name);

} // namespace meshdraft::cli
