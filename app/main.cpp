// SPDX-License-Identifier: Apache-2.0
// The window. Started with --layout-worker the same program lays out pictures and opens no window.
#include "models/topology/layout.h"
#include "models/workspace/journal.h"
#include "models/workspace/planstore.h"
#include "models/workspace/workspace.h"
#include "views/inspector/inspectorpanel.h"
#include "views/inspector/routetools.h"
#include "views/screens/screens.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/window/mainwindow.h"
#include "views/window/session.h"
#include "views/window/tour.h"
#include "views/window/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QSettings>
#include <QSize>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTranslator>

#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace meshdraft;

namespace {

constexpr int wrongUsage = 2;

struct Options {
    QString repository;
    QString sample;
    QString environment;
    QString revision;
    QString tour;
    QString screens;
    QSize size;
    views::Theme::Scheme scheme = views::Theme::Scheme::System;
    bool schemeGiven = false;
};

[[noreturn]] void refuse(const QString& sentence)
{
    QTextStream(stderr) << u"meshdraft: "_s << sentence << Qt::endl;
    std::exit(wrongUsage);
}

/// Context of the texts of this file for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

Options parse(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("See, change and review mesh configuration in Git"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"REPO"_s, Texts::tr("Directory of the Git repository to open."), u"[REPO]"_s);
    const QCommandLineOption sample(u"sample"_s, Texts::tr("Make the sample mesh in DIR if DIR is empty, and open it."),
                                    u"DIR"_s);
    const QCommandLineOption environment(u"env"_s, Texts::tr("Environment to open."), u"NAME"_s);
    const QCommandLineOption revision(u"rev"_s, Texts::tr("Revision to look at (read only)."), u"REV"_s);
    const QCommandLineOption theme(u"theme"_s, Texts::tr("light, dark, contrast or system."), u"THEME"_s);
    const QCommandLineOption tour(
        u"tour"_s, Texts::tr("Run through the sample by itself and leave pictures in OUTDIR."), u"OUTDIR"_s);
    const QCommandLineOption screens(
        u"screens"_s, Texts::tr("Take pictures of every screen in light, dark and high contrast into OUTDIR."),
        u"OUTDIR"_s);
    const QCommandLineOption size(u"size"_s, Texts::tr("Size of the window for --screens."), u"WIDTHxHEIGHT"_s,
                                  u"1440x900"_s);
    const QCommandLineOption worker(u"layout-worker"_s, Texts::tr("Lay out pictures for another process (internal)."));
    parser.addOptions({sample, environment, revision, theme, tour, screens, size, worker});
    parser.process(app);
    if (parser.positionalArguments().size() > 1) {
        refuse(Texts::tr("only one repository can be opened"));
    }
    Options options;
    options.repository = parser.positionalArguments().value(0);
    options.sample = parser.value(sample);
    options.environment = parser.value(environment);
    options.revision = parser.value(revision);
    options.tour = parser.value(tour);
    options.screens = parser.value(screens);
    const QStringList sides = parser.value(size).split(u'x');
    options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || options.size.isEmpty()) {
        refuse(Texts::tr("--size is a width and a height, as in 1440x900"));
    }
    options.schemeGiven = parser.isSet(theme);
    const QString name = parser.value(theme);
    if (name == u"light") {
        options.scheme = views::Theme::Scheme::Light;
    } else if (name == u"dark") {
        options.scheme = views::Theme::Scheme::Dark;
    } else if (name == u"contrast") {
        options.scheme = views::Theme::Scheme::HighContrast;
    } else if (options.schemeGiven && name != u"system") {
        refuse(Texts::tr("--theme is light, dark, contrast or system"));
    }
    return options;
}

int runTour(views::Theme& theme, const Options& options)
{
    // A tour leaves the user's settings alone and starts as a new user does.
    const QTemporaryDir scratch;
    QSettings settings(scratch.filePath(u"settings.ini"_s), QSettings::IniFormat);
    workspace::Workspace workspace;
    views::MainWindow window(theme, workspace, settings);
    views::Tour tour(window, theme, workspace, QDir(options.tour).absolutePath());
    return tour.run(options.sample.isEmpty() ? scratch.filePath(u"sample"_s) : options.sample);
}

int takeScreens(views::Theme& theme, const Options& options)
{
    const QTemporaryDir scratch;
    QSettings settings(scratch.filePath(u"settings.ini"_s), QSettings::IniFormat);
    return views::Screens(theme, settings, QDir(options.screens).absolutePath(), scratch.path()).run(options.size);
}

} // namespace

int main(int argc, char* argv[])
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--layout-worker") == 0) {
            return topology::runLayoutWorker();
        }
    }
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"meshdraft"_s);
    QApplication::setApplicationDisplayName(u"Meshdraft"_s);
    QApplication::setApplicationVersion(QStringLiteral(MESHDRAFT_VERSION));
    QApplication::setOrganizationName(u"meshdraft"_s);
    QGuiApplication::setDesktopFileName(u"dev.meshdraft.Meshdraft"_s);
    QTranslator translator;
    // English has its plurals in a translation, too.
    if (translator.load(QLocale(), u"meshdraft"_s, u"_"_s, u":/translations"_s)
        || translator.load(u":/translations/meshdraft_en.qm"_s)) {
        QApplication::installTranslator(&translator);
    }
    const Options options = parse(app);

    views::Theme theme;
    views::chooseApplicationFont(theme.isOwnStyle());
    if (!options.tour.isEmpty()) {
        return runTour(theme, options);
    }
    if (!options.screens.isEmpty()) {
        return takeScreens(theme, options);
    }
    QSettings settings;
    theme.setScheme(options.schemeGiven ? options.scheme
                                        : static_cast<views::Theme::Scheme>(settings.value(u"theme"_s, 0).toInt()));
    workspace::Workspace workspace;
    workspace.keepEditsIn(workspace::defaultJournalDirectory());
    views::MainWindow window(theme, workspace, settings);
    window.workbench().inspector()->routeTools()->keepPlansIn(workspace::defaultPlanDirectory());
    views::Session session(window, workspace, settings);
    window.show();
    if (!options.sample.isEmpty()) {
        window.openSample(QDir(options.sample).absolutePath());
    } else if (!options.repository.isEmpty()) {
        window.openRepository(QDir(options.repository).absolutePath(), options.revision, options.environment);
    } else {
        session.resume();
    }
    return QApplication::exec();
}
