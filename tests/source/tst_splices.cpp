// SPDX-License-Identifier: Apache-2.0
// Splices: applied, undone, and found between two texts.
#include "sourcetest.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

class TestSplices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void applies();
    void refusesDisorder();
    void inverts();
    void findsDifference_data();
    void findsDifference();
};

void TestSplices::applies()
{
    const std::vector<Splice> splices{{0, 1, "A"}, {1, 0, "x"}, {3, 2, ""}, {6, 0, "!"}};
    QCOMPARE(applySplices("abcdef", splices), Expected<std::string>("Axbcf!"));
    QCOMPARE(applySplices("abc", {}), Expected<std::string>("abc"));
}

void TestSplices::refusesDisorder()
{
    const auto codeOf = [](std::vector<Splice> splices) {
        const Expected<std::string> result = applySplices("abcdef", splices);
        return result ? std::string() : result.error().code;
    };
    QCOMPARE(codeOf({{3, 1, ""}, {1, 1, ""}}), "edit.order");
    QCOMPARE(codeOf({{1, 3, ""}, {2, 1, ""}}), "edit.order");
    QCOMPARE(codeOf({{5, 2, ""}}), "edit.range");
    QCOMPARE(codeOf({{4'294'967'295U, 1, ""}}), "edit.range");
    QCOMPARE(codeOf({{1, 3, ""}, {4, 1, ""}}), "");
}

void TestSplices::inverts()
{
    const std::string before = "abcdef";
    const std::vector<Splice> splices{{0, 1, "long"}, {1, 0, "x"}, {3, 2, ""}, {6, 0, "!"}};
    const std::string after = *applySplices(before, splices);
    const std::vector<Splice> inverse = invertSplices(before, splices);
    QCOMPARE(applySplices(after, inverse), Expected<std::string>(before));
    QCOMPARE(invertSplices(after, inverse), splices);
}

void TestSplices::findsDifference_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("difference");
    const auto row = [](const char* before, const char* after, const char* difference) {
        QTest::addRow("%s -> %s", before, after)
            << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(difference);
    };
    row("abc", "abc", "");
    row("weight: 80", "weight: 20", "8+1 2");
    row("aa", "aaa", "2+0 a");
    row("aaa", "aa", "2+1 ");
    row("", "new", "0+0 new");
    row("old", "", "0+3 ");
    row("é", "è", "0+2 è");
    row("xéy", "xey", "1+2 e");
    row("日本", "日木", "3+3 木");
    row("aé", "a\xC4\xA9", "1+2 \xC4\xA9");
}

void TestSplices::findsDifference()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, difference);
    const std::vector<Splice> splices = differenceOf(before.toStdString(), after.toStdString());
    QStringList found;
    for (const Splice& splice : splices)
        found += u"%1+%2 %3"_s.arg(splice.offset).arg(splice.length).arg(QString::fromStdString(splice.text));
    QCOMPARE(found.join(u';'), difference);
    QCOMPARE(QString::fromStdString(applySplices(before.toStdString(), splices).value()), after);
}

} // namespace meshdraft::source

QTEST_GUILESS_MAIN(meshdraft::source::TestSplices)
#include "tst_splices.moc"
