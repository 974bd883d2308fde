// SPDX-License-Identifier: Apache-2.0
// A text that a regular expression matches.
#include "models/traffic/regexsample.h"

#include "models/traffic/textmatch.h"

#include <QtTest/QTest>

using namespace meshdraft;
using namespace meshdraft::traffic;

class TestRegexSample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMatched_data();
    void isMatched();
    void isNoneWhereThereIsNone_data();
    void isNoneWhereThereIsNone();
};

void TestRegexSample::isMatched_data()
{
    QTest::addColumn<QByteArray>("regex");
    for (const char* regex : {"",
                              "a",
                              "abc",
                              ".*",
                              ".+",
                              "a.c",
                              "a|b",
                              "(a|b)c",
                              "(?:x|y)z",
                              "[a-z]+",
                              "[^a-z]",
                              "[^x]",
                              "[abc]{3}",
                              "a{2,4}",
                              "\\d+",
                              "\\d{4}-\\d{2}",
                              "\\w+@\\w+\\.com",
                              "/api/v[12]/.*",
                              "/users/[0-9]+(/.*)?",
                              "^/exact$",
                              "(?i)abc",
                              "beta-[a-z]+",
                              "[[:digit:]]{2}",
                              "[]a]",
                              "[a\\]]",
                              "(a(b(c)))?",
                              "x?",
                              "(|a)b",

                              "/a\\.b",
                              "\\.",
                              "(foo|bar)-(baz|qux)",
                              "[a-zA-Z0-9_-]{8}",
                              "\\S+",
                              "\\s",
                              "\\D",
                              "\\W",
                              "(?P<name>a+)b",
                              "a*?b",
                              "[\\d]+",
                              "[^/]+/[^/]+",
                              "v(1|2|3)\\.\\d",
                              "(?s).",

                              "\\pL",
                              "\\bword\\b",
                              "[^\\d]",
                              "é+",
                              "a{0}b"})
        QTest::newRow(regex) << QByteArray(regex);
}

void TestRegexSample::isMatched()
{
    QFETCH(QByteArray, regex);
    const TextMatch match(TextMatch::Kind::Regex, regex.toStdString());
    QVERIFY(!match.isBroken());
    const auto sample = sampleOf(regex.toStdString());
    QVERIFY2(sample.has_value(), "no sample");
    QVERIFY2(match.matches(*sample), sample->c_str());
}

void TestRegexSample::isNoneWhereThereIsNone_data()
{
    QTest::addColumn<QByteArray>("regex");
    for (const char* regex :
         {"\\Qa.b\\E", "\\x41", "(", "[", "a**", "(?=a)", "\\", "a{1001}", "[z-a]", "a\\bb", "[^\\x00-\\x{10FFFF}]"})
        QTest::newRow(regex) << QByteArray(regex);
}

void TestRegexSample::isNoneWhereThereIsNone()
{
    QFETCH(QByteArray, regex);
    QVERIFY(!sampleOf(regex.toStdString()).has_value());
}

QTEST_GUILESS_MAIN(TestRegexSample)
#include "tst_regexsample.moc"
