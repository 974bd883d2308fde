// SPDX-License-Identifier: Apache-2.0
// Drives the real window with real events: how long a frame takes, and how long the window does not answer.
//   bench_window [ISTIO_RESOURCES] [--only STEP,...] [--where]
// Steps: open, frames, requests, pages, editor, commit, overlay, reopen. --where: what the stalls were in.
#include "models/topology/layout.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "tests/bench/eventwatch.h"
#include "tests/bench/meshgenerator.h"
#include "tests/bench/windowdriver.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace meshdraft;

namespace {

constexpr std::size_t largeFile = 1'000'000;
constexpr std::uint32_t overlayResources = 1500;

/// Route tables put together into one file of about `bytes`.
bench::GeneratedFile joinTables(std::vector<bench::GeneratedFile>& files, std::size_t bytes)
{
    bench::GeneratedFile joined{.path = "joined/large.yaml", .text = {}};
    std::erase_if(files, [&](const bench::GeneratedFile& file) {
        if (joined.text.size() >= bytes || !file.text.contains("kind: VirtualService"))
            return false;
        joined.text += (joined.text.empty() ? "" : "---\n") + file.text;
        return true;
    });
    return joined;
}

void write(const std::vector<bench::GeneratedFile>& files, const QString& directory)
{
    if (const auto written = bench::writeRepository(files, directory); !written)
        qFatal("%s", qPrintable(workspace::errorText(written.error())));
}

} // namespace

int main(int argc, char* argv[])
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--layout-worker") == 0)
            return topology::runLayoutWorker();
    }
    const QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool withStacks = arguments.removeAll(u"--where"_s) > 0;
    QStringList steps{u"open"_s,   u"frames"_s, u"requests"_s, u"pages"_s,
                      u"editor"_s, u"commit"_s, u"overlay"_s,  u"reopen"_s};
    if (const auto only = arguments.indexOf(u"--only"_s); only >= 0) {
        steps = arguments.value(only + 1).split(u',');
        arguments.remove(only, std::min<qsizetype>(2, arguments.size() - only));
    }
    const auto resources = arguments.value(0, u"10000"_s).toUInt();

    const QTemporaryDir directory;
    const QString plain = directory.filePath(u"plain"_s);
    const QString overlays = directory.filePath(u"overlays"_s);
    auto files = bench::generateMesh({.istioResources = resources});
    files.push_back(joinTables(files, largeFile));
    write(files, plain);
    if (steps.contains(u"overlay"_s))
        write(bench::generateMesh({.istioResources = overlayResources, .overlays = true}), overlays);

    QSettings settings(directory.filePath(u"settings.ini"_s), QSettings::IniFormat);
    views::Theme theme;
    views::chooseApplicationFont(theme.isOwnStyle());
    bench::WindowDriver driver(theme, settings, withStacks);
    driver.open(plain);
    if (steps.contains(u"frames"_s))
        driver.frames();
    if (steps.contains(u"requests"_s))
        driver.requests();
    if (steps.contains(u"pages"_s))
        driver.pages();
    if (steps.contains(u"editor"_s))
        driver.editor("joined/large.yaml");
    if (steps.contains(u"commit"_s))
        driver.commitDialog();
    if (steps.contains(u"overlay"_s))
        driver.overlay(overlays);
    if (steps.contains(u"reopen"_s))
        driver.open(plain);
    return 0;
}
