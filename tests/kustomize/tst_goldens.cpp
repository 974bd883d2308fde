// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::kustomize {

/// Real roots, and what `kubectl kustomize` made of them where they came from.
class TestGoldens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rendersOrExplains_data();
    void rendersOrExplains();
};

void TestGoldens::rendersOrExplains_data()
{
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("golden");
    QTest::addColumn<QString>("error");
    const QString goldens = sharedDirectory(u"kustomize-goldens"_s);
    QFile index(goldens + u"/index.json"_s);
    if (goldens.isEmpty() || !index.open(QIODevice::ReadOnly))
        QSKIP("../shared/kustomize-goldens is not there");
    const QJsonArray entries = QJsonDocument::fromJson(index.readAll()).array();
    QCOMPARE_GE(entries.size(), 49);
    for (const QJsonValue& entry : entries) {
        const QString input = entry[u"input"].toString();
        const QString repository = input.section(u'/', 0, 1).section(u'/', 1);
        const QString golden = entry[u"golden"].toString();
        QTest::newRow(qPrintable(input.section(u'/', 1)))
            << repository << input.section(u'/', 2) << (golden.isEmpty() ? QString() : goldens + u"/../"_s + golden)
            << entry[u"error"].toString();
    }
}

void TestGoldens::rendersOrExplains()
{
    QFETCH(QString, repository);
    QFETCH(QString, root);
    QFETCH(QString, golden);
    QFETCH(QString, error);
    const QString directory = sharedDirectory(u"repos"_s) + u'/' + repository;
    const auto rendered = render(*directorySource(directory.toStdString()), root.toStdString(), withoutOrigins());
    if (golden.isEmpty()) {
        QVERIFY(!rendered);
        const std::string code = error.contains(u"unable to access") ? "kustomize.remote" : "kustomize.componentFailed";
        QCOMPARE(rendered.error().code, code);
        QVERIFY(!rendered.error().where.path.empty());
        QVERIFY(!rendered.error().args.empty());
        return;
    }
    QVERIFY2(rendered, rendered ? "" : textOf(rendered.error()).c_str());
    QFile expected(golden);
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(QByteArray::fromStdString(*(*rendered)->text->text), expected.readAll());
}

} // namespace meshdraft::kustomize

QTEST_GUILESS_MAIN(meshdraft::kustomize::TestGoldens)
#include "tst_goldens.moc"
