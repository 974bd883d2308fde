// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/findingdelta.h"

#include <QTest>

using namespace meshdraft;
using namespace meshdraft::workspace;

namespace {

checks::Finding finding(const std::string& code, std::uint32_t line, const std::string& arg = "reviews")
{
    checks::Finding result;
    result.code = code;
    result.where = {.path = "a.yaml", .line = line, .column = 1};
    result.message = "dangling.subset";
    result.args = {arg};
    return result;
}

} // namespace

class TestFindingDelta : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMovedLineIsTheSameFinding();
    void tellsIntroducedFromMended();
    void countsEqualOnes();
};

void TestFindingDelta::aMovedLineIsTheSameFinding()
{
    const auto delta = compareFindings({finding("IST0101", 3)}, {finding("IST0101", 30)});
    QVERIFY(delta.introduced.empty());
    QVERIFY(delta.mended.empty());
}

void TestFindingDelta::tellsIntroducedFromMended()
{
    const auto delta = compareFindings({finding("IST0101", 3, "v1"), finding("MD001", 4)},
                                       {finding("IST0101", 3, "v2"), finding("MD001", 4)});
    QCOMPARE(delta.introduced, std::vector{finding("IST0101", 3, "v2")});
    QCOMPARE(delta.mended, std::vector{finding("IST0101", 3, "v1")});
}

void TestFindingDelta::countsEqualOnes()
{
    const auto delta = compareFindings({finding("MD001", 1)}, {finding("MD001", 1), finding("MD001", 9)});
    QCOMPARE(delta.introduced, std::vector{finding("MD001", 9)});
    QVERIFY(delta.mended.empty());
}

QTEST_APPLESS_MAIN(TestFindingDelta)
#include "tst_findingdelta.moc"
