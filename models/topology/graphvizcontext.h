// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace meshdraft::topology {

/// Graphviz's global state. Not thread-safe, not even for reads: only the layout worker makes one.
class GraphvizContext {
public:
    GraphvizContext();
    ~GraphvizContext();
    GraphvizContext(const GraphvizContext&) = delete;
    GraphvizContext& operator=(const GraphvizContext&) = delete;

    struct Handle;
    Handle& handle() const { return *m_handle; }

private:
    std::unique_ptr<Handle> m_handle;
};

} // namespace meshdraft::topology
