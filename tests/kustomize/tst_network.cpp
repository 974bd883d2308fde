// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include "models/git/process.h"
#include "models/kustomize/closure.h"

#include <QProcess>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace meshdraft::kustomize {

namespace {

/// A server on the loopback address that counts who comes and answers nobody.
class CountingServer {
public:
    CountingServer()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address); // NOLINT: as the interface is
        if (::bind(m_socket.get(), generic, size) == 0 && ::listen(m_socket.get(), 16) == 0
            && ::getsockname(m_socket.get(), generic, &size) == 0)
            m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
    }
    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }
    bool isListening() const { return m_port != 0; }
    int visits() const { return m_visits; }

private:
    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            pollfd ready{m_socket.get(), POLLIN, 0};
            if (::poll(&ready, 1, 20) <= 0)
                continue;
            const git::UniqueFd visitor(::accept(m_socket.get(), nullptr, nullptr));
            m_visits += visitor.isOpen() ? 1 : 0;
        }
    }

    git::UniqueFd m_socket;
    int m_port = 0;
    std::atomic<int> m_visits = 0;
    std::jthread m_thread;
};

/// The network namespace of a child that is started with or without network.
QByteArray networkOf(bool withoutNetwork)
{
    const auto result =
        git::runProcess({{"readlink", "/proc/self/ns/net"}, {"PATH=/usr/bin:/bin"}, {}, withoutNetwork}, {}, {});
    return result ? result->output : QByteArray();
}

const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n";

} // namespace

/// A mesh whose kustomization names a server, in every place where one can be named: nobody comes to it.
class TestNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyAsks_data();
    void nobodyAsks();
    void kubectlByItselfWouldAsk();

private:
    CountingServer m_server;
    bool m_isIsolated = false;
};

void TestNetwork::initTestCase()
{
    QVERIFY(m_server.isListening());
    QVERIFY(!networkOf(false).isEmpty());
    m_isIsolated = networkOf(true) != networkOf(false);
    if (!m_isIsolated)
        qInfo("no network namespaces here: what lies behind the check of the files is not tested");
}

void TestNetwork::nobodyAsks_data()
{
    QTest::addColumn<QString>("kustomization");
    const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QString::fromUtf8(text); };
    row("resource, file", "resources: [http://@/a.yaml]\n");
    row("resource, repository", "resources: ['http://@/o/r.git//p?ref=main']\n");
    row("resource, git::", "resources: ['git::http://@/o/r']\n");
    row("resource, ssh", "resources: ['ssh://git@@/o/r']\n");
    row("base", "bases: [http://@/o/r]\n");
    row("component", "components: [http://@/o/r]\n");
    row("patch", "resources: [a.yaml]\npatches: [{path: http://@/p.yaml}]\n");
    row("strategic-merge patch", "resources: [a.yaml]\npatchesStrategicMerge: [http://@/p.yaml]\n");
    row("JSON patch",
        "resources: [a.yaml]\npatchesJson6902: [{path: http://@/p.yaml, target: {version: v1, kind: Service, name: "
        "a}}]\n");
    row("openapi", "resources: [a.yaml]\nopenapi: {path: http://@/s.json}\n");
    row("configuration", "resources: [a.yaml]\nconfigurations: [http://@/c.yaml]\n");
    row("crd", "resources: [a.yaml]\ncrds: [http://@/c.json]\n");
    row("replacement", "resources: [a.yaml]\nreplacements: [{path: http://@/r.yaml}]\n");
    row("file of a ConfigMap", "configMapGenerator: [{name: c, files: ['k=http://@/f']}]\n");
    row("file of a Secret", "secretGenerator: [{name: c, files: [http://@/f]}]\n");
    row("env of a ConfigMap", "configMapGenerator: [{name: c, envs: [http://@/f]}]\n");
    row("transformer", "resources: [a.yaml]\ntransformers: [http://@/t.yaml]\n");
    row("generator", "generators: [http://@/g.yaml]\n");
    row("validator", "resources: [a.yaml]\nvalidators: [http://@/v.yaml]\n");
    row("chart", "helmCharts: [{name: c, repo: http://@/}]\n");
    row("nested", "resources: [sub]\n");
}

void TestNetwork::nobodyAsks()
{
    QFETCH(QString, kustomization);
    const auto filled = [&](QString text) {
        return text.replace(u"@@"_s, u"@"_s + QString::fromStdString(m_server.address()))
            .replace(u"http://@"_s, u"http://"_s + QString::fromStdString(m_server.address()))
            .toStdString();
    };
    const FixtureTree tree({{"r/kustomization.yaml", filled(kustomization)},
                            {"r/a.yaml", service},
                            {"r/sub/kustomization.yaml", filled(u"resources: [http://@/a.yaml]\n"_s)}});
    const int before = m_server.visits();
    const auto refused = render(*tree.source(), "r");
    QVERIFY(!refused);
    const std::string expected = kustomization.startsWith(u"helmCharts") ? "kustomize.helm" : "kustomize.remote";
    QCOMPARE(refused.error().code, expected);
    QVERIFY(refused.error().where.path.ends_with("kustomization.yaml"));
    QVERIFY(refused.error().where.line > 0);
    QCOMPARE(m_server.visits(), before);
    if (!m_isIsolated)
        return;
    // The check is left out: kubectl is really asked to fetch.
    const auto closure = closureOf(*tree.source(), "r");
    QVERIFY(closure);
    RenderOptions options = withoutOrigins();
    options.timeLimit = std::chrono::seconds(20);
    const auto failed = renderUnchecked(*closure, options);
    QVERIFY(!failed);
    QCOMPARE(m_server.visits(), before);
}

void TestNetwork::kubectlByItselfWouldAsk()
{
    const FixtureTree tree({{"kustomization.yaml", "resources: ['http://" + m_server.address() + "/a.yaml']\n"}});
    const int before = m_server.visits();
    QProcess process;
    process.start(u"kubectl"_s, {u"kustomize"_s, QString::fromStdString(tree.path())});
    QVERIFY(process.waitForStarted());
    for (int i = 0; i < 400 && m_server.visits() == before; ++i)
        process.waitForFinished(50);
    QCOMPARE_GT(m_server.visits(), before);
    process.kill();
    process.waitForFinished();
}

} // namespace meshdraft::kustomize

QTEST_GUILESS_MAIN(meshdraft::kustomize::TestNetwork)
#include "tst_network.moc"
