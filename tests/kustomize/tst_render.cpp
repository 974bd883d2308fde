// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include "models/git/samplerepository.h"
#include "models/kustomize/kubectl.h"
#include "models/kustomize/kubectlwords.h"
#include "models/kustomize/rendercache.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <thread>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(meshdraft::kustomize::Files)

namespace meshdraft::kustomize {

namespace {

const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: ClusterIP}\n";
const std::string root = "resources: [a.yaml]\n";

/// A program in place of kubectl.
std::string program(const QTemporaryDir& directory, const QByteArray& script)
{
    const QString path = directory.filePath(u"kubectl"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path.toStdString();
}

/// Our directories in the place for temporary files.
QStringList scratches()
{
    return QDir::temp().entryList({u"meshdraft-kustomize-*"_s}, QDir::Dirs);
}

} // namespace

/// Overlays rendered by the real kubectl from copies of what they need.
class TestRender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sampleIsAsKubectlPrintsIt_data();
    void sampleIsAsKubectlPrintsIt();
    void revisionRendersAsItsFiles();
    void textsThatAreNotSavedCount();
    void resourcesKnowTheirFile();
    void failuresAreExplained_data();
    void failuresAreExplained();
    void onlyTheClosureIsCopied();
    void nothingIsLeftBehind();
    void whatACrashLeftIsRemoved();
    void noKubectl();
    void endlessOutputIsGivenUp();
    void cancelledAndTimedOut();
    void warningsAreNoVerdict();
    void equalContentIsRenderedOnce();

private:
    QTemporaryDir m_directory;
    std::string m_sample;
    QString m_left;
};

void TestRender::initTestCase()
{
    // Other tests make copies at the same time.
    const QString temporary = m_directory.filePath(u"tmp"_s);
    QVERIFY(QDir().mkpath(temporary));
    QVERIFY(qputenv("TMPDIR", temporary.toUtf8()));
    m_sample = m_directory.filePath(u"sample"_s).toStdString();
    QVERIFY(
        git::materialise(QStringLiteral(MESHDRAFT_SOURCE_DIR "/resources/sample"), QString::fromStdString(m_sample)));
    QVERIFY(!findKubectl().empty());
    // A copy as a crash leaves it, from an hour ago: nobody holds its lock any more.
    m_left = QDir::temp().filePath(u"meshdraft-kustomize-left%1"_s.arg(QCoreApplication::applicationPid()));
    QVERIFY(QDir().mkpath(m_left + u"/tree"_s));
    QFile lock(m_left + u"/lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    const std::filesystem::path left(m_left.toStdString());
    std::filesystem::last_write_time(left, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
}

void TestRender::sampleIsAsKubectlPrintsIt_data()
{
    QTest::addColumn<std::string>("environment");
    for (const char* name : {"base", "overlays/staging", "overlays/production"})
        QTest::newRow(name) << std::string(name);
}

void TestRender::sampleIsAsKubectlPrintsIt()
{
    QFETCH(std::string, environment);
    const auto rendered = render(*directorySource(m_sample), environment, withoutOrigins());
    QVERIFY2(rendered, rendered ? "" : textOf(rendered.error()).c_str());
    QCOMPARE(QByteArray::fromStdString(*(*rendered)->text->text), kubectlKustomize(m_sample + '/' + environment));
    QVERIFY(std::ranges::none_of((*rendered)->resources, [](const RenderedResource& r) { return r.read == 0; }));
}

void TestRender::revisionRendersAsItsFiles()
{
    const auto repository = git::Repository::open(QString::fromStdString(m_sample));
    QVERIFY(repository);
    const auto revision = revisionSource(*repository, u"HEAD"_s);
    QVERIFY(revision);
    const auto committed = render(**revision, "overlays/staging", withoutOrigins());
    const auto onDisk = render(*directorySource(m_sample), "overlays/staging", withoutOrigins());
    QVERIFY(committed && onDisk);
    QCOMPARE(*(*committed)->text->text, *(*onDisk)->text->text);
}

void TestRender::textsThatAreNotSavedCount()
{
    const FixtureTree tree({{"kustomization.yaml", root}, {"a.yaml", service}});
    mesh::FileSet texts;
    texts.put("a.yaml", source::parseText("apiVersion: v1\nkind: Service\nmetadata: {name: pending}\n"));
    const auto rendered = render(*withTexts(tree.source(), texts), ".", withoutOrigins());
    QVERIFY(rendered);
    QCOMPARE((*rendered)->resources.front().key.name, std::string("pending"));
}

void TestRender::resourcesKnowTheirFile()
{
    const auto rendered = render(*directorySource(m_sample), "overlays/production");
    QVERIFY(rendered);
    const mesh::ResourceKey key{"overlays/production", "networking.istio.io", "DestinationRule", "shop", "catalog"};
    const RenderedResource* resource = (*rendered)->find(key);
    QVERIFY(resource);
    QCOMPARE(resource->originFile, std::string("base/shop/catalog-dr.yaml"));
}

void TestRender::failuresAreExplained_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("argument");
    const auto row = [](const char* name, Files files, const char* code, const char* argument) {
        QTest::newRow(name) << std::move(files) << QString::fromUtf8(code) << QString::fromUtf8(argument);
    };
    const std::string patch = "apiVersion: v1\nkind: Service\nmetadata: {name: z}\n";
    row("no target",
        {{"kustomization.yaml", root + "patches: [{path: p.yaml}]\n"}, {"a.yaml", service}, {"p.yaml", patch}},
        "kustomize.noTarget", "Service.v1.[noGrp]/z.[noNs]");
    row("no target in a component",
        {{"kustomization.yaml", "kind: Component\npatches: [{path: p.yaml}]\n"}, {"p.yaml", patch}},
        "kustomize.componentFailed", "Service.v1.[noGrp]/z.[noNs]");
    row("no source",
        {{"kustomization.yaml",
          root
              + "replacements: [{source: {kind: X, name: x}, targets: [{select: {kind: Service}, "
                "fieldPaths: [spec.x]}]}]\n"},
         {"a.yaml", service}},
        "kustomize.noSource", "X.[noVer].[noGrp]/x.[noNs]");
    row("twice", {{"kustomization.yaml", "resources: [a.yaml, b.yaml]\n"}, {"a.yaml", service}, {"b.yaml", service}},
        "kustomize.conflict", "Service.v1.[noGrp]/a.[noNs]");
    row("JSON patch beside its target",
        {{"kustomization.yaml",
          root
              + "patches: [{target: {kind: Service}, patch: \"- {op: replace, path: /spec/x/y, "
                "value: 1}\"}]\n"},
         {"a.yaml", service}},
        "kustomize.patchFailed", "/spec/x/y");
    row("unknown field", {{"kustomization.yaml", "resurces: [a.yaml]\n"}}, "kustomize.badField", "resurces");
    row("not YAML", {{"kustomization.yaml", root}, {"a.yaml", "a: [\n"}}, "kustomize.badYaml", "a.yaml");
    row("no resource", {{"kustomization.yaml", root}, {"a.yaml", "a: b\n"}}, "kustomize.badResource", "a.yaml");
}

void TestRender::failuresAreExplained()
{
    QFETCH(Files, files);
    QFETCH(QString, code);
    QFETCH(QString, argument);
    const FixtureTree tree(files);
    const auto rendered = render(*tree.source(), ".");
    QVERIFY(!rendered);
    const Error& error = rendered.error();
    QCOMPARE(QString::fromStdString(error.code), code);
    QCOMPARE(QString::fromStdString(error.args.front()), argument);
    QCOMPARE(error.args.size(), 2U);
    QVERIFY(error.args.back().contains("error"));
    QVERIFY(!error.args.back().contains(QDir::tempPath().toStdString()));
    QCOMPARE(error.where.path, std::string("kustomization.yaml"));
}

void TestRender::onlyTheClosureIsCopied()
{
    const FixtureTree tree({{"r/kustomization.yaml", root}, {"r/a.yaml", service}, {"r/b.yaml", service}});
    QTemporaryDir directory;
    RenderOptions options = withoutOrigins();
    // What stands beside the kustomization, and who may look; standard output must be resources.
    options.kubectl = program(directory,
                              "cd \"$2/..\" || exit 1\n"
                              "echo 'apiVersion: v1\nkind: X\nmetadata: {name: x}'\n"
                              "echo \"files: $(find . -type f | sort | tr '\\n' ' ')\"\n"
                              "echo \"mode: $(stat -c %a ..)\"\n"
                              "echo \"home: $(ls -A \"$HOME\")$KUBECONFIG\"\n");
    const auto rendered = render(*tree.source(), "r", options);
    QVERIFY2(rendered, rendered ? "" : textOf(rendered.error()).c_str());
    const source::NodeRef seen = (*rendered)->rootOf((*rendered)->resources.front());
    QCOMPARE(std::string(seen["files"].value()), std::string("./r/a.yaml ./r/kustomization.yaml"));
    QCOMPARE(std::string(seen["mode"].value()), std::string("700"));
    QCOMPARE(std::string(seen["home"].value()), std::string("/dev/null"));
}

void TestRender::nothingIsLeftBehind()
{
    const QStringList before = scratches();
    const FixtureTree tree({{"kustomization.yaml", root}, {"a.yaml", service}});
    QVERIFY(render(*tree.source(), "."));
    const auto failed = render(*withBytes(tree.source(), {{"a.yaml", "a: b\n"}}), ".");
    QVERIFY(!failed);
    for (const QString& name : scratches())
        QVERIFY2(before.contains(name), qPrintable(name));
}

void TestRender::whatACrashLeftIsRemoved()
{
    const FixtureTree tree({{"kustomization.yaml", root}, {"a.yaml", service}});
    QVERIFY(render(*tree.source(), ".", withoutOrigins()));
    QVERIFY(!QDir(m_left).exists());
}

void TestRender::endlessOutputIsGivenUp()
{
    const FixtureTree tree({{"kustomization.yaml", root}, {"a.yaml", service}});
    QTemporaryDir directory;
    RenderOptions options;
    options.kubectl = program(directory, "exec yes 'a long line so that it does not take long to be too much'\n");
    QCOMPARE(render(*tree.source(), ".", options).error().code, std::string("kustomize.tooLarge"));
}

void TestRender::noKubectl()
{
    const FixtureTree tree({{"kustomization.yaml", root}, {"a.yaml", service}});
    RenderOptions options;
    options.kubectl = "/nonexistent/kubectl";
    const auto rendered = render(*tree.source(), ".", options);
    QVERIFY(!rendered);
    QCOMPARE(rendered.error().code, std::string("kustomize.notFound"));
}

void TestRender::cancelledAndTimedOut()
{
    const FixtureTree tree({{"kustomization.yaml", root}, {"a.yaml", service}});
    QTemporaryDir directory;
    RenderOptions options;
    options.kubectl = program(directory, "trap '' TERM\nwhile :; do sleep 1; done\n");
    options.timeLimit = std::chrono::milliseconds(200);
    QCOMPARE(render(*tree.source(), ".", options).error().code, std::string("kustomize.timeout"));

    std::stop_source stop;
    options.timeLimit = std::chrono::minutes(5);
    const std::jthread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    QCOMPARE(render(*tree.source(), ".", options, stop.get_token()).error().code, std::string("kustomize.cancelled"));
}

void TestRender::warningsAreNoVerdict()
{
    const FixtureTree tree({{"kustomization.yaml", root + "commonLabels: {a: b}\n"}, {"a.yaml", service}});
    const auto rendered = render(*tree.source(), ".", withoutOrigins());
    QVERIFY(rendered);
    QCOMPARE((*rendered)->resources.size(), 1U);
    const Error error = explained("# Warning: 'commonLabels' is deprecated.\nerror: no idea\n", false);
    QCOMPARE(error, (Error{"kustomize.failed", {"error: no idea"}, {}}));
}

void TestRender::equalContentIsRenderedOnce()
{
    const FixtureTree tree({{"kustomization.yaml", root}, {"a.yaml", service}});
    RenderOptions options = withoutOrigins();
    options.cache = std::make_shared<RenderCache>(1);
    const auto first = render(*tree.source(), ".", options);
    const auto second = render(*tree.source(), ".", options);
    QVERIFY(first && second);
    QCOMPARE(first->get(), second->get());
    const auto changed = render(*withBytes(tree.source(), {{"a.yaml", service + "# c\n"}}), ".", options);
    QVERIFY(changed && changed->get() != first->get());
    const auto again = render(*tree.source(), ".", options);
    QVERIFY(again && again->get() != first->get()); // there was room for one
}

} // namespace meshdraft::kustomize

QTEST_GUILESS_MAIN(meshdraft::kustomize::TestRender)
#include "tst_render.moc"
