// SPDX-License-Identifier: Apache-2.0
#include "views/changes/sourcechoicedialog.h"

#include "views/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

using Where = kustomize::EditChoice::Where;

workspace::SourceChoice proven(Where where, std::string path, std::vector<std::string> environments)
{
    workspace::SourceChoice choice;
    choice.where = where;
    choice.place = {.path = std::move(path), .line = 36};
    choice.environments = std::move(environments);
    choice.isProven = true;
    return choice;
}

workspace::SourceChoice refused(Where where)
{
    workspace::SourceChoice choice;
    choice.where = where;
    choice.reason = Error{"kustomize.noPatch", {"VirtualService shop/reviews", "overlays/production"}, {}};
    return choice;
}

} // namespace

class TestSourceChoiceDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereAndWhatChanges();
    void choosesByMouseAndKeys();
    void whatCannotBeDoneIsNamed();
};

void TestSourceChoiceDialog::saysWhereAndWhatChanges()
{
    const Theme theme;
    SourceChoiceDialog dialog(theme,
                              {{proven(Where::Source, "base/a.yaml", {"overlays/production", "overlays/staging"}),
                                proven(Where::OverlayPatch, "overlays/production/p.yaml", {"overlays/production"})}},
                              "overlays/production");
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto* source = dialog.findChild<QRadioButton*>(u"sourceChoice0"_s);
    const auto* patch = dialog.findChild<QRadioButton*>(u"sourceChoice1"_s);
    QCOMPARE(source->text(), u"In base/a.yaml:36, where the value is decided"_s);
    QCOMPARE(source->accessibleDescription(), u"Changes this environment and also overlays/staging."_s);
    QCOMPARE(patch->text(), u"In overlays/production/p.yaml:36, the patch of this environment"_s);
    QCOMPARE(patch->accessibleDescription(), u"Changes this environment only."_s);
    QVERIFY(source->isChecked());
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
}

void TestSourceChoiceDialog::choosesByMouseAndKeys()
{
    const Theme theme;
    SourceChoiceDialog dialog(theme,
                              {{proven(Where::Source, "base/a.yaml", {"overlays/production", "overlays/staging"}),
                                proven(Where::OverlayPatch, "overlays/production/p.yaml", {"overlays/production"})}},
                              "overlays/production");
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto* patch = dialog.findChild<QRadioButton*>(u"sourceChoice1"_s);
    QTest::mouseClick(patch, Qt::LeftButton, {}, {10, patch->height() / 2});
    QCOMPARE(dialog.choice(), std::size_t(1));
    QTest::keyClick(patch, Qt::Key_Up);
    QCOMPARE(dialog.choice(), std::size_t(0));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

void TestSourceChoiceDialog::whatCannotBeDoneIsNamed()
{
    const Theme theme;
    SourceChoiceDialog dialog(
        theme,
        {{refused(Where::Source), proven(Where::OverlayPatch, "overlays/production/p.yaml", {"overlays/production"})}},
        "overlays/production");
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto* source = dialog.findChild<QRadioButton*>(u"sourceChoice0"_s);
    QVERIFY(!source->isEnabled());
    QVERIFY(source->accessibleDescription().contains(u"overlays/production has no patch"_s));
    auto* write = dialog.findChild<QPushButton*>(u"sourceChoiceWrite"_s);
    QVERIFY(!write->isEnabled()); // another place than the one that decides is never taken without a click
    auto* patch = dialog.findChild<QRadioButton*>(u"sourceChoice1"_s);
    QTest::mouseClick(patch, Qt::LeftButton, {}, {10, patch->height() / 2});
    QVERIFY(write->isEnabled());
    QCOMPARE(dialog.choice(), std::size_t(1));
}

} // namespace meshdraft::views

QTEST_MAIN(meshdraft::views::TestSourceChoiceDialog)
#include "tst_sourcechoicedialog.moc"
