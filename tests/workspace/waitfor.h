// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

/// As QTRY_VERIFY, which does not compile where narrowing conversions are errors: processes events until the condition
/// holds, and fails after 30 seconds.
#define WAIT_FOR(...)                                                                                                  \
    QVERIFY2(QTest::qWaitFor([&] { return static_cast<bool>(__VA_ARGS__); }, 30000), "never became true: " #__VA_ARGS__)
