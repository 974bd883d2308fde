// SPDX-License-Identifier: Apache-2.0
// meshdraft-cli render: the topology as a picture.
#include "app/cli/commandline.h"

#include "models/topology/render/graphscene.h"
#include "models/topology/render/layoutclient.h"
#include "models/workspace/comparison.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshdraft::cli {
namespace {

/// What is to be drawn; else the exit code to end with.
std::expected<workspace::SnapshotPtr, int> snapshotOf(const CommonOptions& options, const QString& range)
{
    if (range.isEmpty()) {
        const auto snapshots = openSnapshots(options);
        if (snapshots.empty())
            return std::unexpected(UnreadableInput);
        return snapshots.front();
    }
    const auto refuse = [](const Error& error) {
        complain(workspace::errorText(error));
        return std::unexpected<int>(UnreadableInput);
    };
    const auto repository = git::Repository::open(options.repository);
    if (!repository)
        return refuse(repository.error());
    const auto ends = workspace::readRange(*repository, range);
    if (!ends) {
        complain(u"Expected a range, as main..HEAD or main...feature."_s);
        return std::unexpected<int>(WrongUsage);
    }
    if (!*ends)
        return refuse(ends->error());
    const auto comparison = workspace::openComparison(options.repository, **ends, options.environment);
    if (!comparison)
        return refuse(comparison.error());
    return *comparison;
}

} // namespace

int renderCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Draws the topology of one environment."_s);
    addCommonOptions(parser);
    parser.addOptions({
        {{u"o"_s, u"output"_s}, u"File to write: its ending (.svg, .png, .pdf, .dot) chooses the format."_s, u"FILE"_s},
        {u"range"_s, u"Draws what differs between two revisions: BASE..HEAD or BASE...HEAD."_s, u"RANGE"_s},
        {u"theme"_s, u"light (default) or dark."_s, u"THEME"_s, u"light"_s},
    });
    if (const auto code = parse(parser, u"render"_s, arguments))
        return *code;
    const auto file = parser.value(u"o"_s);
    const auto theme = parser.value(u"theme"_s);
    if (file.isEmpty() || (theme != "light"_L1 && theme != "dark"_L1) || !parser.positionalArguments().isEmpty()) {
        complain(file.isEmpty() ? u"Expected -o FILE.svg, FILE.png, FILE.pdf or FILE.dot."_s
                                : u"Expected --theme light or dark, and no further words."_s);
        return WrongUsage;
    }

    auto options = commonOptions(parser);
    if (options.environment == "all") {
        complain(u"One picture shows one environment; choose it with --env NAME."_s);
        return WrongUsage;
    }
    const auto snapshot = snapshotOf(options, parser.value(u"range"_s));
    if (!snapshot)
        return snapshot.error();
    const auto& topology = (*snapshot)->topology();
    const topology::FontMeasure measure;
    const auto layout = topology::layoutInWorker(QCoreApplication::applicationFilePath(), topology,
                                                 topology::measureNodes(topology, measure));
    if (!layout) {
        complain(workspace::errorText(layout.error()));
        return UnreadableInput;
    }
    const auto scene = topology::GraphScene::build(topology, *layout, measure);
    const auto& palette = theme == "dark"_L1 ? topology::Palette::dark() : topology::Palette::light();
    if (const auto written = topology::exportScene(*scene, file, palette); !written) {
        complain(workspace::errorText(written.error()));
        return written.error().code == "render.format" ? WrongUsage : UnreadableInput;
    }
    return Fine;
}

} // namespace meshdraft::cli
