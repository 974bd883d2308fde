// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/layout.h"

#include <QObject>
#include <QProcess>
#include <QString>

#include <functional>
#include <memory>

namespace meshdraft::topology {

/// A request as bytes: made on any thread.
struct LayoutRequest {
    std::string message;
    std::string hash; ///< layoutHash
};
LayoutRequest makeLayoutRequest(const Topology& topology, const std::vector<Rect>& sizes);

/// Runs layouts in the worker process (the same program with --layout-worker). A new request ends the old one by ending
/// its process. Results are cached by layoutHash. GUI thread.
class LayoutClient : public QObject {
    Q_OBJECT
public:
    /// `program`: the executable that knows --layout-worker.
    explicit LayoutClient(QString program, QObject* parent = nullptr);
    ~LayoutClient() override;

    /// Asks for a layout; `done` is called later with the result (at once when cached). A newer request drops it.
    /// Errors: "layout.worker" (could not be started or crashed), those of layoutWithGraphviz.
    void request(const Topology& topology, const std::vector<Rect>& sizes, std::function<void(Expected<Layout>)> done);
    void request(const LayoutRequest& request, std::function<void(Expected<Layout>)> done);
    void cancel();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

/// The same, waiting for the answer (command line). `timeoutMs` < 0: no limit.
Expected<Layout> layoutInWorker(const QString& program, const Topology& topology, const std::vector<Rect>& sizes,
                                int timeoutMs = 60000);

} // namespace meshdraft::topology
