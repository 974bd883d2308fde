// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/parsecache.h"

#include <QTest>

#include <thread>

using namespace meshdraft;
using namespace meshdraft::workspace;

class TestParseCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalContentIsParsedOnce();
    void manyThreadsParseEqualContentOnce();
    void keepsWhatIsInUseAndForgetsTheRest();
    void takesTextsThatWereParsedElsewhere();
};

void TestParseCache::equalContentIsParsedOnce()
{
    ParseCache cache;
    const auto first = cache.parse("a: 1\n");
    QCOMPARE(cache.parse("a: 1\n"), first);
    QCOMPARE(cache.find(source::contentIdOf("a: 1\n")), first);
    QVERIFY(cache.parse("a: 2\n") != first);
    QCOMPARE(cache.parsed(), 2U);
}

void TestParseCache::manyThreadsParseEqualContentOnce()
{
    ParseCache cache;
    std::vector<source::ParsedTextPtr> results(64);
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&cache, &results, thread] {
                for (std::size_t i = thread; i < results.size(); i += 4)
                    results[i] = cache.parse("number: " + std::to_string(i % 8) + "\n");
            });
        }
    }
    QCOMPARE(cache.parsed(), 8U);
    for (std::size_t i = 8; i < results.size(); ++i)
        QCOMPARE(results[i], results[i % 8]);
}

void TestParseCache::keepsWhatIsInUseAndForgetsTheRest()
{
    ParseCache cache(100);
    const auto used = cache.parse(std::string(60, '#') + "\n");
    const auto forgotten = source::contentIdOf(std::string(61, '#') + "\n");
    (void)cache.parse(std::string(61, '#') + "\n");
    (void)cache.parse(std::string(62, '#') + "\n");
    QCOMPARE(cache.find(used->id), used);
    QCOMPARE(cache.find(forgotten), nullptr);
}

void TestParseCache::takesTextsThatWereParsedElsewhere()
{
    ParseCache cache;
    const auto text = source::parseText("a: 1\n");
    cache.insert(text);
    QCOMPARE(cache.parse("a: 1\n"), text);
    QCOMPARE(cache.parsed(), 0U);
}

QTEST_APPLESS_MAIN(TestParseCache)
#include "tst_parsecache.moc"
