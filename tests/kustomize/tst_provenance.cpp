// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include "models/git/samplerepository.h"
#include "models/kustomize/provenance.h"
#include "models/kustomize/rendercache.h"
#include "models/kustomize/renderededit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <future>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::kustomize {

namespace {

/// How a field gets its value, for picking some of each.
std::string classOf(const Rendered& rendered, const RenderedResource& resource, const Provenance& provenance)
{
    if (provenance.kind == Provenance::Kind::Unknown)
        return "unknown: " + provenance.what;
    if (provenance.kind == Provenance::Kind::ReadOnly)
        return "read-only: " + provenance.what;
    if (provenance.place.nested)
        return "inline patch";
    if (provenance.place.path == resource.originFile)
        return "resource";
    return rendered.closure->kustomizations.contains(provenance.place.path) ? "kustomization" : "patch";
}

/// Another value of the same type.
std::string otherValue(source::NodeRef node)
{
    if (const auto number = node.toInt())
        return std::to_string(*number + 1);
    if (const auto truth = node.toBool(); truth && node.node().style == source::NodeStyle::Plain)
        return *truth ? "false" : "true";
    return std::string(node.value()) + "x";
}

bool isIdentity(const mesh::FieldPath& field)
{
    return field.text() == "apiVersion" || field.text() == "kind" || field.text() == "metadata.name"
        || field.text() == "metadata.namespace";
}

struct Candidate {
    RenderedField field;
    std::string value;
    bool asString;
};

/// The scalars of what was rendered by the class of their source.
std::map<std::string, std::vector<Candidate>> candidatesIn(const Rendered& rendered)
{
    std::map<std::string, std::vector<Candidate>> found;
    for (const RenderedResource& resource : rendered.resources) {
        const source::NodeRef root = rendered.rootOf(resource);
        const auto size = static_cast<source::NodeId>(root.document()->nodes.size());
        for (source::NodeId id = root.id(); id < size; ++id) {
            const source::NodeRef node(root.document(), id);
            const bool isValue = node.isScalar() && (node.key().isValid() || node.parent().isSequence());
            if (!isValue || node.isNull())
                continue;
            const mesh::FieldPath field = mesh::FieldPath::of(root, node);
            if (isIdentity(field) || field.resolve(root).id() != id)
                continue;
            const Provenance provenance = sourceOfField(rendered, resource.key, field);
            const bool asString = !node.toInt() && !node.toBool();
            if (provenance.what == "differs") {
                qInfo("differs: %s %s %s", resource.key.kind.c_str(), field.text().c_str(),
                      std::string(node.value()).c_str());
            }
            found[classOf(rendered, resource, provenance)].push_back(
                {{resource.key, field}, otherValue(node), asString});
        }
    }
    return found;
}

} // namespace

/// The source that is named for a rendered value is the right one: it is edited, and the render changes as it must.
class TestProvenance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namedSourceIsProvedByEditingIt_data();
    void namedSourceIsProvedByEditingIt();
    void cleanupTestCase();

private:
    void count(const std::string& kind, const RenderedEdit& edit, const RenderedEditPlan& plan);

    QTemporaryDir m_directory;
    std::map<std::string, int> m_proved;
    std::map<std::string, int> m_notProved;
    std::map<std::string, int> m_all;
};

void TestProvenance::initTestCase()
{
    QVERIFY(
        git::materialise(QStringLiteral(MESHDRAFT_SOURCE_DIR "/resources/sample"), m_directory.filePath(u"sample"_s)));
}

void TestProvenance::namedSourceIsProvedByEditingIt_data()
{
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("root");
    const QString sample = m_directory.filePath(u"sample"_s);
    QTest::newRow("sample staging") << sample << u"overlays/staging"_s;
    QTest::newRow("sample production") << sample << u"overlays/production"_s;
    QFile index(sharedDirectory(u"kustomize-goldens"_s) + u"/index.json"_s);
    if (!index.open(QIODevice::ReadOnly)) {
        qInfo("../shared/kustomize-goldens is not there: the sample only");
        return;
    }
    for (const QJsonValue& entry : QJsonDocument::fromJson(index.readAll()).array()) {
        const QString input = entry[u"input"].toString();
        if (entry[u"docs"].toInt() > 0 && !entry[u"golden"].isNull()) {
            QTest::newRow(qPrintable(input.section(u'/', 1)))
                << sharedDirectory(u"repos"_s) + u'/' + input.section(u'/', 1, 1) << input.section(u'/', 2);
        }
    }
}

void TestProvenance::namedSourceIsProvedByEditingIt()
{
    QFETCH(QString, repository);
    QFETCH(QString, root);
    const FileSourcePtr files = directorySource(repository.toStdString());
    RenderOptions options;
    options.cache = std::make_shared<RenderCache>();
    const auto rendered = render(*files, root.toStdString(), options);
    QVERIFY2(rendered, rendered ? "" : textOf(rendered.error()).c_str());
    // Some fields of every class, at places that depend on the root only; fewer where a render takes long.
    constexpr std::size_t large = 30;
    const std::size_t picks = (*rendered)->resources.size() > large ? 1 : 3;
    std::size_t seed = static_cast<std::size_t>(root.size()) * 7919U;
    std::vector<std::pair<std::string, RenderedEdit>> edits;
    for (const auto& [kind, candidates] : candidatesIn(**rendered)) {
        m_all[kind] += static_cast<int>(candidates.size());
        for (std::size_t i = 0; i < std::min(picks, candidates.size()); ++i) {
            const Candidate& pick = candidates[(seed += 104729U) % candidates.size()];
            edits.push_back({kind, {root.toStdString(), pick.field.key, pick.field.field, pick.value, pick.asString}});
        }
    }
    std::vector<std::future<Expected<RenderedEditPlan>>> plans;
    for (const auto& [kind, edit] : edits) {
        plans.push_back(std::async(std::launch::async, [&edit, &files, &options, roots = std::vector{edit.root}] {
            return planRenderedEdit(files, roots, edit, options);
        }));
    }
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const auto plan = plans[i].get();
        QVERIFY2(plan, plan ? "" : textOf(plan.error()).c_str());
        count(edits[i].first, edits[i].second, *plan);
    }
}

void TestProvenance::count(const std::string& kind, const RenderedEdit& edit, const RenderedEditPlan& plan)
{
    if (plan.provenance.kind != Provenance::Kind::Editable) {
        QVERIFY(plan.choices.empty());
        QVERIFY(!plan.provenance.what.empty());
        QCOMPARE(plan.provenance.where.path.empty(), plan.provenance.kind == Provenance::Kind::Unknown);
        ++m_notProved[kind];
        return;
    }
    const EditChoice& choice = plan.choices.front();
    if (choice.proven) {
        ++m_proved[kind];
        return;
    }
    QVERIFY(choice.reason);
    ++m_notProved[kind];
    qInfo("not proved: %s %s %s: %s", edit.key.kind.c_str(), edit.key.name.c_str(), edit.field.text().c_str(),
          textOf(*choice.reason).c_str());
}

void TestProvenance::cleanupTestCase()
{
    int proved = 0;
    int tried = 0;
    for (const auto& [kind, count] : m_all) {
        qInfo("%s: %d fields; proved %d, not proved %d", kind.c_str(), count, m_proved[kind], m_notProved[kind]);
        proved += m_proved[kind];
        tried += m_proved[kind] + m_notProved[kind];
    }
    qInfo("tried %d, proved %d", tried, proved);
    QCOMPARE_GE(m_proved["resource"], 3);
    QCOMPARE_GE(m_proved["patch"], 3);
    if (!sharedDirectory(u"kustomize-goldens"_s).isEmpty()) {
        QCOMPARE_GE(tried, 100);
        QCOMPARE_GE(proved, 90);
    }
}

} // namespace meshdraft::kustomize

QTEST_GUILESS_MAIN(meshdraft::kustomize::TestProvenance)
#include "tst_provenance.moc"
