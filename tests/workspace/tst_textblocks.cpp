// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/textblocks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

std::vector<source::Splice> one(std::uint32_t offset, std::uint32_t length, std::string text)
{
    return {{.offset = offset, .length = length, .text = std::move(text)}};
}

} // namespace

class TestTextBlocks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsBlocksBetweenEqualLines();
    void splicesHoldOnlyTheDifferingBytes();
    void everyPairOfTextsIsTurnedIntoTheOther();
    void composesTwoEditsIntoOne();
    void composingThereAndBackIsNothing();
    void composingRandomEditsEqualsDoingBoth();
};

void TestTextBlocks::findsBlocksBetweenEqualLines()
{
    const auto blocks = changedBlocks("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n");
    QCOMPARE(blocks.size(), 2U);
    QCOMPARE(blocks[0].before, (source::ByteRange{2, 4}));
    QCOMPARE(blocks[0].after, (source::ByteRange{2, 4}));
    QCOMPARE(blocks[1].before, (source::ByteRange{8, 8}));
    QCOMPARE(blocks[1].after, (source::ByteRange{8, 10}));
    QVERIFY(changedBlocks("same\n", "same\n").empty());
}

void TestTextBlocks::splicesHoldOnlyTheDifferingBytes()
{
    const auto splices = lineSplices("weight: 90 # a\nweight: 10\n", "weight: 80 # a\nweight: 20\n");
    QCOMPARE(splices, (std::vector<source::Splice>{{8, 1, "8"}, {23, 1, "2"}}));
}

void TestTextBlocks::everyPairOfTextsIsTurnedIntoTheOther()
{
    QRandomGenerator random(7);
    const auto text = [&random] {
        std::string result;
        const auto lines = random.bounded(12);
        for (int i = 0; i < lines; ++i)
            result += "line " + std::to_string(random.bounded(5)) + (random.bounded(8) == 0 ? "\r\n" : "\n");
        return random.bounded(3) == 0 ? result + "no end" : result;
    };
    for (int i = 0; i < 500; ++i) {
        const auto before = text();
        const auto after = text();
        QCOMPARE(source::applySplices(before, lineSplices(before, after)), Expected<std::string>(after));
    }
}

void TestTextBlocks::composesTwoEditsIntoOne()
{
    const std::string before = "weight: 90, other: 10";
    const auto first = std::vector<source::Splice>{{8, 2, "80"}, {19, 2, "20"}};
    const auto second = std::vector<source::Splice>{{8, 2, "100"}, {19, 2, "0"}};
    QCOMPARE(composeSplices(before, first, second), (std::vector<source::Splice>{{8, 2, "100"}, {19, 2, "0"}}));
}

void TestTextBlocks::composingThereAndBackIsNothing()
{
    const std::string before = "weight: 90";
    const auto first = one(8, 2, "100");
    QVERIFY(composeSplices(before, first, source::invertSplices(before, first)).empty());
    QVERIFY(composeSplices("", {}, {}).empty());
}

void TestTextBlocks::composingRandomEditsEqualsDoingBoth()
{
    QRandomGenerator random(11);
    const auto edit = [&random](const std::string& text) {
        std::vector<source::Splice> splices;
        std::uint32_t at = 0;
        const auto size = static_cast<std::uint32_t>(text.size());
        while (splices.size() < 4) {
            const auto offset = at + random.bounded(4U);
            const auto length = random.bounded(4U);
            if (offset + length > size)
                break;
            splices.push_back(
                {offset, length, std::string(random.bounded(4U), static_cast<char>('A' + random.bounded(26)))});
            at = offset + length + 1;
        }
        return splices;
    };
    for (int i = 0; i < 3000; ++i) {
        const std::string before(random.bounded(20U), 'x');
        const auto first = edit(before);
        const auto middle = source::applySplices(before, first);
        QVERIFY(middle.has_value());
        const auto second = edit(*middle);
        const auto after = source::applySplices(*middle, second);
        QVERIFY(after.has_value());
        QCOMPARE(source::applySplices(before, composeSplices(before, first, second)), after);
    }
}

QTEST_APPLESS_MAIN(TestTextBlocks)
#include "tst_textblocks.moc"
