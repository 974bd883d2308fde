// SPDX-License-Identifier: Apache-2.0
// Both laws after random edits of every kind, on real files and on generated layouts.
#include "corpus.h"
#include "layoutgenerator.h"
#include "randomedits.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

void report(const RandomEditTally& tally)
{
    QString text =
        QString::number(tally.doneInAll()) + u" done, "_s + QString::number(tally.refusedInAll()) + u" refused:"_s;
    for (const auto& [kind, count] : tally.done)
        text += u" %1 %2,"_s.arg(QString::fromStdString(kind)).arg(count);
    for (const auto& [code, count] : tally.refused)
        text += u" %1 %2,"_s.arg(QString::fromStdString(code)).arg(count);
    qInfo("%s", qPrintable(text));
}

/// Refusals that are for want of a better planner.
int unprovenOf(const RandomEditTally& tally)
{
    const auto found = tally.refused.find("edit.proof");
    return found == tally.refused.end() ? 0 : found->second;
}

} // namespace

class TestRandomEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdOnRealFiles();
    void holdOnGeneratedLayouts();
};

void TestRandomEdits::holdOnRealFiles()
{
    const std::vector<CorpusText> texts = corpus();
    if (texts.empty())
        QSKIP("the shared YAML files are not here");
    RandomEditTally tally;
    std::uint32_t seed = 1;
    for (const CorpusText& text : texts) {
        if (text.text.size() > 40'000)
            continue;
        QString violation;
        tally.add(runRandomEdits(text.text, seed++, 6, &violation));
        QVERIFY2(violation.isEmpty(), qPrintable(text.name + u": "_s + violation));
    }
    report(tally);
    QVERIFY(tally.doneInAll() > 2000);
    QVERIFY(unprovenOf(tally) * 50 < tally.doneInAll());
}

void TestRandomEdits::holdOnGeneratedLayouts()
{
    RandomEditTally tally;
    for (std::uint32_t seed = 0; seed < 5000; ++seed) {
        LayoutGenerator generator(seed);
        QString violation;
        tally.add(runRandomEdits(generator.text(), seed, 2, &violation));
        QVERIFY2(violation.isEmpty(), qPrintable(u"seed %1: "_s.arg(seed) + violation));
    }
    report(tally);
    QVERIFY(tally.doneInAll() > 5000);
    QVERIFY(unprovenOf(tally) * 50 < tally.doneInAll());
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestRandomEdits)
#include "tst_randomedits.moc"
