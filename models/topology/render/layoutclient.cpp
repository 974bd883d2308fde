// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/layoutclient.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <list>

using namespace Qt::StringLiterals;

namespace meshdraft::topology {

namespace {

constexpr std::size_t cachedLayouts = 32;
constexpr int endTimeoutMs = 2000;

Error workerError(const QString& program, const QString& reason)
{
    return {"layout.worker", {program.toStdString(), reason.toStdString()}, {}};
}

QByteArray toBytes(const std::string& text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Takes a whole answer out of `buffer`; nothing while it is not complete.
std::optional<Expected<Layout>> takeAnswer(QByteArray& buffer)
{
    const auto size = messageSize(std::string_view(buffer.constData(), static_cast<std::size_t>(buffer.size())));
    if (!size)
        return Expected<Layout>(std::unexpected(size.error()));
    if (!*size || static_cast<std::size_t>(buffer.size()) < **size)
        return std::nullopt;
    const auto length = static_cast<qsizetype>(**size);
    const std::string message(buffer.constData(), static_cast<std::size_t>(length));
    buffer.remove(0, length);
    return decodeLayout(message);
}

} // namespace

struct LayoutClient::Private {
    QString program;
    std::unique_ptr<QProcess> process;
    QByteArray buffer;
    std::string pendingHash; ///< empty: nothing is asked for
    std::function<void(Expected<Layout>)> done;
    std::list<std::pair<std::string, Layout>> cache; ///< most recently used first

    const Layout* find(const std::string& hash)
    {
        const auto it = std::ranges::find(cache, hash, &std::pair<std::string, Layout>::first);
        if (it == cache.end())
            return nullptr;
        cache.splice(cache.begin(), cache, it);
        return &cache.front().second;
    }
    void remember(const std::string& hash, const Layout& layout)
    {
        cache.emplace_front(hash, layout);
        if (cache.size() > cachedLayouts)
            cache.pop_back();
    }
    /// Ends the process without waiting for it.
    void end()
    {
        if (!process)
            return;
        QProcess* old = process.release();
        old->disconnect();
        QObject::connect(old, &QProcess::finished, old, &QObject::deleteLater);
        if (old->state() == QProcess::NotRunning) {
            old->deleteLater();
        } else {
            old->kill();
        }
        buffer.clear();
    }
    void finish(Expected<Layout> layout)
    {
        const auto callback = std::move(done);
        done = nullptr;
        if (layout)
            remember(pendingHash, *layout);
        pendingHash.clear();
        if (callback)
            callback(std::move(layout));
    }
};

LayoutRequest makeLayoutRequest(const Topology& topology, const std::vector<Rect>& sizes)
{
    LayoutRequest request;
    request.message = encodeRequest(topology, sizes);
    request.hash = hashOf(request.message);
    return request;
}

LayoutClient::LayoutClient(QString program, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>())
{
    m_private->program = std::move(program);
}

LayoutClient::~LayoutClient()
{
    if (m_private->process) {
        m_private->process->disconnect();
        m_private->process->kill();
        m_private->process->waitForFinished(endTimeoutMs);
    }
}

void LayoutClient::cancel()
{
    if (m_private->pendingHash.empty())
        return;
    m_private->pendingHash.clear();
    m_private->done = nullptr;
    m_private->end();
}

void LayoutClient::request(const Topology& topology, const std::vector<Rect>& sizes,
                           std::function<void(Expected<Layout>)> done)
{
    request(makeLayoutRequest(topology, sizes), std::move(done));
}

void LayoutClient::request(const LayoutRequest& request, std::function<void(Expected<Layout>)> done)
{
    const std::string& hash = request.hash;
    if (hash == m_private->pendingHash) {
        m_private->done = std::move(done);
        return;
    }
    cancel();
    if (const Layout* known = m_private->find(hash)) {
        done(*known);
        return;
    }
    m_private->pendingHash = hash;
    m_private->done = std::move(done);
    if (!m_private->process || m_private->process->state() == QProcess::NotRunning) {
        m_private->end();
        m_private->process = std::make_unique<QProcess>();
        m_private->process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QProcess* process = m_private->process.get();
        connect(process, &QProcess::readyReadStandardOutput, this, [this, process] {
            m_private->buffer += process->readAllStandardOutput();
            if (m_private->pendingHash.empty())
                return;
            if (std::optional<Expected<Layout>> answer = takeAnswer(m_private->buffer))
                m_private->finish(std::move(*answer));
        });
        connect(process, &QProcess::errorOccurred, this, [this, process] {
            const Error error = workerError(m_private->program, process->errorString());
            m_private->end();
            if (!m_private->pendingHash.empty())
                m_private->finish(std::unexpected(error));
        });
        connect(process, &QProcess::finished, this, [this](int code) {
            m_private->end();
            if (!m_private->pendingHash.empty())
                m_private->finish(std::unexpected(workerError(m_private->program, QString::number(code))));
        });
        process->start(m_private->program, {u"--layout-worker"_s});
    }
    m_private->process->write(toBytes(request.message));
}

Expected<Layout> layoutInWorker(const QString& program, const Topology& topology, const std::vector<Rect>& sizes,
                                int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs < 0 ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(timeoutMs));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, {u"--layout-worker"_s});
    process.write(toBytes(encodeRequest(topology, sizes)));
    process.closeWriteChannel();
    const auto remaining = [&] { return static_cast<int>(deadline.remainingTime()); };
    QByteArray buffer;
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        buffer += process.readAllStandardOutput();
        if (std::optional<Expected<Layout>> answer = takeAnswer(buffer)) {
            process.waitForFinished(endTimeoutMs);
            return *answer;
        }
        if (process.state() == QProcess::NotRunning)
            break;
        if (!process.waitForReadyRead(remaining()) && (deadline.hasExpired() || process.bytesAvailable() == 0))
            break;
    }
    buffer += process.readAllStandardOutput();
    if (std::optional<Expected<Layout>> answer = takeAnswer(buffer))
        return *answer;
    const QString reason =
        process.error() == QProcess::UnknownError ? QString::number(process.exitCode()) : process.errorString();
    process.kill();
    process.waitForFinished(endTimeoutMs);
    return std::unexpected(workerError(program, reason));
}

} // namespace meshdraft::topology
