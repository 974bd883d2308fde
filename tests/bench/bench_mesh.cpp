// SPDX-License-Identifier: Apache-2.0
// Measures what DESIGN calls budgets, on a generated mesh, as ratios to one single-threaded yaml-cpp event parse of the
// same bytes in the same run.
//   bench_mesh [ISTIO_RESOURCES] [--small]     --small: without the mesh of four times the size
#include "models/changes/split.h"
#include "models/mesh/targetversion.h"
#include "models/topology/facts.h"
#include "models/topology/render/graphscene.h"
#include "models/topology/render/layoutclient.h"
#include "models/traffic/requestcompare.h"
#include "models/workspace/comparison.h"
#include "models/workspace/review.h"
#include "models/workspace/snapshot.h"
#include "models/workspace/words.h"
#include "tests/bench/meshgenerator.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>
#include <set>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

using namespace Qt::StringLiterals;
using namespace meshdraft;

namespace {

constexpr std::string_view joinedPath = "joined/shop.yaml";

class NullHandler : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark& /*mark*/) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { }
    void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { }
    void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  const std::string& /*value*/) override
    {
    }
    void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value /*style*/) override
    {
    }
    void OnSequenceEnd() override { }
    void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value /*style*/) override
    {
    }
    void OnMapEnd() override { }
};

/// Time of a piece of work: on the clock, and of all cores that this process had. The second one is the same on a busy
/// machine; work on two threads has more of it than of the first, work of another process none.
struct Seconds {
    double wall = 0;
    double cpu = 0;
};

Seconds secondsOf(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    work();
    return {static_cast<double>(timer.nsecsElapsed()) / 1e9,
            static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC};
}

/// The medians, each of its own.
Seconds middleOf(const std::vector<Seconds>& runs)
{
    const auto middle = [&runs](double Seconds::* part) {
        std::vector<double> values;
        for (const Seconds& one : runs)
            values.push_back(one.*part);
        std::ranges::sort(values);
        return values[values.size() / 2];
    };
    return {middle(&Seconds::wall), middle(&Seconds::cpu)};
}

/// Median of several runs; `before` comes before each one and does not count.
Seconds medianOf(int runs, const std::function<void()>& work, const std::function<void()>& before = {})
{
    std::vector<Seconds> seconds;
    for (int i = 0; i < runs; ++i) {
        if (before)
            before();
        seconds.push_back(secondsOf(work));
    }
    return middleOf(seconds);
}

void parseWithYamlCpp(const std::vector<bench::GeneratedFile>& files)
{
    for (const auto& file : files) {
        std::istringstream stream(file.text);
        YAML::Parser parser(stream);
        NullHandler handler;
        while (parser.HandleNextDocument(handler)) { }
    }
}

/// Peak resident memory of a command in bytes. A small process starts it, because a child inherits the peak of the
/// process that forked it, and this one is large.
double peakMemoryOf(const QString& program, const QStringList& arguments)
{
    const auto script = u"import resource, subprocess, sys\n"
                        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
                        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"_s;
    QProcess process;
    process.start(u"python3"_s, QStringList{u"-c"_s, script, program} + arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble() * 1024.0;
}

class Table {
public:
    /// A time as a part of another one, on the clock and of the cores.
    void row(const QString& what, const Seconds& time, const Seconds& whole, const QString& unit, const QString& budget)
    {
        row(what, time.wall / whole.wall, unit, budget, u"cpu "_s + QString::number(time.cpu / whole.cpu, 'g', 3));
    }
    void row(const QString& what, double value, const QString& unit, const QString& budget, const QString& more = {})
    {
        QTextStream(stdout) << what.leftJustified(58) << QString::number(value, 'g', 3).rightJustified(10) << ' '
                            << unit.leftJustified(10) << budget.leftJustified(16) << more << '\n';
    }
};

struct Figures {
    Seconds parse;
    Seconds open;
};

/// Files of one directory put together into one of about `bytes`, as people keep them.
void joinFiles(std::vector<bench::GeneratedFile>& files, std::size_t bytes)
{
    bench::GeneratedFile joined{.path = std::string(joinedPath), .text = {}};
    std::erase_if(files, [&](const bench::GeneratedFile& file) {
        if (joined.text.size() >= bytes || !file.text.contains("kind: VirtualService"))
            return false;
        joined.text += (joined.text.empty() ? "" : "---\n") + file.text;
        return true;
    });
    files.push_back(std::move(joined));
}

/// The last VirtualService in the wanted size of file.
const mesh::Resource& editedResource(const workspace::Snapshot& snapshot, bool inJoined)
{
    const mesh::Resource* resource = nullptr;
    for (const auto index : snapshot.graph->ofKind("VirtualService")) {
        if ((snapshot.graph->at(index).source.path == joinedPath) == inJoined)
            resource = &snapshot.graph->at(index);
    }
    return *resource;
}

/// A change of the weights of its last route.
source::FileEdit weightEdit(const mesh::Resource& resource, std::int64_t weight)
{
    const auto& route = std::get<mesh::RouteTable>(resource.body).routes.back();
    return *changes::setWeights(resource, route, std::vector<std::int64_t>{weight, 100 - weight});
}

/// Seconds for one change of weights.
Seconds secondsOfEdit(const workspace::Snapshot& snapshot, bool inJoined, bool withPicture)
{
    const mesh::Resource& resource = editedResource(snapshot, inJoined);
    std::int64_t weight = 0;
    return medianOf(9, [&] {
        weight = (weight + 1) % 90;
        const auto edited = workspace::withEdit(snapshot, source::Edit{{weightEdit(resource, weight)}});
        if (!edited)
            qFatal("%s", qPrintable(workspace::errorText(edited.error())));
        if (withPicture && (*edited)->topology().nodes.empty())
            qFatal("no picture");
    });
}

/// Seconds of the checks alone after such a change.
Seconds secondsOfChecks(const workspace::Snapshot& snapshot, bool inJoined)
{
    const mesh::Resource& resource = editedResource(snapshot, inJoined);
    const std::vector<std::string> paths{resource.source.path};
    std::int64_t weight = 0;
    workspace::SnapshotPtr edited;
    std::optional<mesh::GraphUpdate> update;
    return medianOf(
        9,
        [&] {
            const checks::CheckContext context{*update->graph, edited->current, edited->environment.files};
            if (snapshot.checks.after(context, *update, paths).findings().size() != edited->findings.size())
                qFatal("other findings");
        },
        [&] {
            weight = (weight + 1) % 90;
            edited = *workspace::withEdit(snapshot, source::Edit{{weightEdit(resource, weight)}});
            const auto& environment = edited->environment;
            update = mesh::updateGraph(
                snapshot.graph,
                {{paths.front(),
                  mesh::readResources(environment.name, paths.front(), edited->current.find(paths.front())->text,
                                      environment.defaultNamespace)}});
        });
}

void measureEdits(const workspace::Snapshot& snapshot, const Figures& figures, Table& table)
{
    const double small = secondsOfEdit(snapshot, false, false).wall;
    const double large = secondsOfEdit(snapshot, true, false).wall;
    const double picture = secondsOfEdit(snapshot, true, true).wall;
    table.row(u"one edit to new snapshot, findings, diff, tier"_s, figures.open.wall / small, u"per open"_s,
              u"at least 200"_s);
    table.row(u"the same in a file of 20 KB"_s, figures.open.wall / large, u"per open"_s, u"at least 400"_s);
    table.row(u"the same with the picture to draw"_s, figures.open.wall / picture, u"per open"_s, {});
    table.row(u"checks of one edit"_s, 100 * secondsOfChecks(snapshot, false).wall / small, u"% of edit"_s,
              u"at most 50"_s);
    table.row(u"the same in a file of 20 KB"_s, 100 * secondsOfChecks(snapshot, true).wall / large, u"% of edit"_s,
              u"at most 50"_s);
}

/// All checks, then each alone: which of them cost most. What an empty list of checks costs is taken off each.
void measureChecks(const workspace::Snapshot& snapshot, const Figures& figures, Table& table)
{
    const checks::CheckContext context{*snapshot.graph, snapshot.current, snapshot.environment.files};
    const auto secondsOfThese = [&](std::span<const checks::Check> some) {
        return medianOf(3, [&] { checks::CheckResults(context, some); });
    };
    const auto& all = checks::allChecks();
    table.row(u"all checks"_s, secondsOfThese(all), figures.parse, u"x parse"_s, u"at most 0.3"_s);
    const Seconds none = secondsOfThese({});
    struct Share {
        const std::string* id;
        double cpu;
    };
    std::vector<Share> shares;
    double sum = 0;
    for (const auto& check : all) {
        shares.push_back({&check.info.id, std::max(0.0, secondsOfThese(std::span(&check, 1)).cpu - none.cpu)});
        sum += shares.back().cpu;
    }
    std::ranges::sort(shares, std::greater(), &Share::cpu);
    for (const auto& share : shares) {
        const double percent = 100 * share.cpu / sum;
        if (percent < 1)
            break;
        table.row(u"    "_s + QString::fromStdString(*share.id), percent, u"% of them"_s, {},
                  u"cpu "_s + QString::number(share.cpu / figures.parse.cpu, 'g', 3));
    }
}

/// The whole picture, every node at once, and what it is made of.
void measureWhole(const workspace::Snapshot& snapshot, const QString& cli, const Figures& figures, Table& table)
{
    const topology::FontMeasure measure;
    topology::Topology topology;
    std::vector<topology::Rect> sizes;
    topology::LayoutRequest request;
    std::optional<topology::Layout> layout;
    const auto build = [&] { topology = topology::buildTopology(*snapshot.graph, nullptr, snapshot.findings); };
    const auto ask = [&] {
        sizes = topology::measureNodes(topology, measure);
        request = topology::makeLayoutRequest(topology, sizes);
    };
    const auto lay = [&] {
        auto answer = topology::layoutInWorker(cli, topology, sizes);
        if (!answer)
            qFatal("%s", qPrintable(workspace::errorText(answer.error())));
        layout = std::move(*answer);
    };
    const auto scene = [&] { topology::GraphScene::build(topology, *layout, measure); };
    const auto whole = medianOf(3, [&] {
        build();
        ask();
        lay();
        scene();
    });
    table.row(u"topology: the whole picture, every node"_s, whole, figures.parse, u"x parse"_s, u"at most 0.5"_s);
    const auto part = [&](const QString& what, const std::function<void()>& work) {
        table.row(u"    "_s + what, medianOf(3, work), figures.parse, u"x parse"_s, {});
    };
    part(u"nodes and edges of "_s + QString::number(topology.nodes.size()), build);
    part(u"sizes, and the question for the layout"_s, ask);
    part(u"the layout in another process"_s, lay);
    part(u"the scene"_s, scene);
    const auto facts = medianOf(3, [&] { topology::findFacts(snapshot.graph, topology); });
    table.row(u"topology: facts, beside the picture"_s, facts, figures.parse, u"x parse"_s, {});
}

std::shared_ptr<const mesh::effective::MeshView> viewOf(const workspace::Snapshot& snapshot)
{
    return std::make_shared<const mesh::effective::MeshView>(
        snapshot.graph, mesh::effective::meshSettingsOf(*snapshot.graph, snapshot.current));
}

/// The snapshot with other weights in ten files.
workspace::SnapshotPtr tenFilesLater(const workspace::SnapshotPtr& snapshot)
{
    constexpr std::size_t wanted = 10;
    std::set<std::string> files;
    workspace::SnapshotPtr later = snapshot;
    const auto tables = snapshot->graph->ofKind("VirtualService");
    const std::size_t step = tables.size() / wanted;
    for (std::size_t i = 0; files.size() < wanted && i < tables.size(); i += step) {
        const mesh::Resource& resource = later->graph->at(tables[i]);
        const auto& body = std::get<mesh::RouteTable>(resource.body);
        if (body.routes.empty() || body.routes.back().destinations.size() != 2)
            continue;
        const auto change = changes::setWeights(resource, body.routes.back(), std::vector<std::int64_t>{37, 63});
        auto edited = workspace::withEdit(*later, source::Edit{{*change}});
        if (!edited)
            qFatal("%s", qPrintable(workspace::errorText(edited.error())));
        later = *edited;
        files.insert(resource.source.path);
    }
    if (files.size() != wanted)
        qFatal("only %zu files", files.size());
    return later;
}

void measureRequests(const workspace::SnapshotPtr& snapshot, const Figures& figures, Table& table)
{
    const auto base = viewOf(*snapshot);
    const traffic::Evaluator evaluator(base);
    traffic::Request request;
    const mesh::ResourceIndex caller = snapshot->graph->ofKind("Deployment").front();
    const mesh::ResourceKey& key = snapshot->graph->at(caller).key;
    request.from = {traffic::Origin::Kind::Workload, key.ns, key.name, key.kind};
    std::vector<std::string> hosts;
    for (const mesh::ResourceIndex index : base->of<mesh::Service>(key.ns))
        hosts.push_back(base->serviceHost(snapshot->graph->at(index).key.name, key.ns));
    std::size_t at = 0;
    const Seconds one = medianOf(501, [&] {
        request.host = hosts[at++ % hosts.size()];
        if (evaluator.evaluate(request).shares.empty())
            qFatal("no answer");
    });
    table.row(u"one request evaluated (median, warm)"_s, 1000 * one.wall / figures.parse.wall, u"/1000 parse"_s,
              u"at most 1"_s);
    const auto later = tenFilesLater(snapshot);
    const auto head = viewOf(*later);
    std::size_t found = 0;
    std::size_t asked = 0;
    const Seconds compared = medianOf(3, [&] {
        const auto result = traffic::changedRequests(traffic::Evaluator(base), traffic::Evaluator(head));
        found = result.changes.size();
        asked = result.evaluated;
    });
    if (found == 0 || asked < 10) // most callers are refused before and after
        qFatal("%zu changes found, %zu requests asked", found, asked);
    table.row(u"requests that ten changed files change (%1 evaluated)"_s.arg(asked), compared, figures.parse,
              u"x parse"_s, u"at most 0.5"_s);
}

void git(const QString& directory, const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(u"git"_s,
                  QStringList{u"-c"_s, u"user.name=bench"_s, u"-c"_s, u"user.email=bench@example.org"_s} + arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
}

/// A commit with ten changed files, compared with the one before and reviewed.
void measureReview(const workspace::SnapshotPtr& snapshot, const QString& directory, const Figures& figures,
                   Table& table)
{
    const auto later = tenFilesLater(snapshot);
    for (const auto& path : later->changedFiles()) {
        QFile file(directory + u'/' + QString::fromStdString(path));
        const auto& text = *later->current.find(path)->text->text;
        if (!file.open(QIODevice::WriteOnly)
            || file.write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()))
            qFatal("%s cannot be written", path.c_str());
    }
    git(directory, {u"commit"_s, u"-qam"_s, u"ten files"_s});
    // In turns, so that what else the machine does meets all of them.
    std::vector<Seconds> openings;
    std::vector<Seconds> comparisons;
    std::vector<Seconds> reviews;
    for (int round = 0; round < 7; ++round) {
        Expected<workspace::SnapshotPtr> one;
        openings.push_back(secondsOf([&] { one = workspace::openSnapshot(directory, u"HEAD~1"_s, "."); }));
        if (!one)
            qFatal("%s", qPrintable(workspace::errorText(one.error())));
        one = workspace::SnapshotPtr();
        workspace::SnapshotPtr comparison;
        comparisons.push_back(secondsOf([&] {
            auto opened = workspace::openComparison(directory, {.base = u"HEAD~1"_s, .head = u"HEAD"_s}, ".");
            if (!opened)
                qFatal("%s", qPrintable(workspace::errorText(opened.error())));
            comparison = *opened;
        }));
        workspace::Review review;
        reviews.push_back(secondsOf([&] { review = workspace::reviewOf(comparison, QDateTime::currentDateTime()); }));
        if (comparison->change.resources.size() != 10 || review.requests.changes.empty())
            qFatal("the review is not complete");
    }
    const Seconds opened = middleOf(openings);
    const Seconds compared = middleOf(comparisons);
    const Seconds reviewed = middleOf(reviews);
    const Seconds both{compared.wall + reviewed.wall, compared.cpu + reviewed.cpu};
    table.row(u"review of two revisions that differ in ten files"_s, both, figures.open, u"x open"_s, u"at most 1.2"_s);
    table.row(u"    of that, until the picture can be drawn"_s, compared, figures.open, u"x open"_s, {});
    table.row(u"    the same review, where one revision is opened in turns with it"_s, both, opened, u"x that"_s,
              u"at most 1.2"_s);
}

Figures measure(std::uint32_t resources, const QString& cli, bool whole)
{
    auto files = bench::generateMesh({.istioResources = resources});
    joinFiles(files, 20'000);
    double bytes = 0;
    for (const auto& file : files)
        bytes += static_cast<double>(file.text.size());
    QTemporaryDir directory;
    if (const auto written = bench::writeRepository(files, directory.path()); !written)
        qFatal("%s", qPrintable(workspace::errorText(written.error())));

    Figures figures;
    figures.parse = medianOf(5, [&files] { parseWithYamlCpp(files); });
    workspace::SnapshotPtr snapshot;
    figures.open = medianOf(
        5,
        [&] {
            auto opened = workspace::openSnapshot(directory.path(), {}, ".");
            if (!opened)
                qFatal("%s", qPrintable(workspace::errorText(opened.error())));
            snapshot = *opened;
        },
        [&] { snapshot.reset(); });
    Table table;
    QTextStream(stdout) << '\n'
                        << resources << " Istio resources, " << files.size() << " files, "
                        << QString::number(bytes / 1e6, 'f', 1)
                        << " MB; parse = " << QString::number(figures.parse.wall, 'f', 3) << " s, of which running "
                        << QString::number(figures.parse.cpu, 'f', 3) << " s\n";
    table.row(u"open: read, parse, graph, all checks"_s, figures.open, figures.parse, u"x parse"_s, u"at most 1.0"_s);
    if (!whole)
        return figures;

    measureEdits(*snapshot, figures, table);
    measureRequests(snapshot, figures, table);
    const auto deliveries = medianOf(5, [&] { mesh::findDeliveries(snapshot->saved); });
    table.row(u"looking for Applications and Flux Kustomizations"_s, 100 * deliveries.wall / figures.open.wall,
              u"% of open"_s, u"at most 1"_s);
    const auto target = medianOf(
        5, [&] { mesh::targetOf(snapshot->graph.get(), snapshot->saved, snapshot->environment, mesh::ProjectFile()); });
    table.row(u"target version and data plane"_s, 100 * target.wall / figures.open.wall, u"% of open"_s,
              u"at most 1"_s);
    measureChecks(*snapshot, figures, table);
    const topology::FontMeasure measure;
    // What the window does when it opens: a mesh of this size opens as the overview.
    const auto first = medianOf(3, [&] {
        const auto topology = topology::buildTopology(*snapshot->graph, nullptr, snapshot->findings);
        const auto shown = topology::applyView(topology, topology::firstView(topology)).topology;
        const auto layout = topology::layoutInWorker(cli, shown, topology::measureNodes(shown, measure));
        if (!layout)
            qFatal("%s", qPrintable(workspace::errorText(layout.error())));
        topology::GraphScene::build(shown, *layout, measure);
    });
    table.row(u"topology: first picture after open"_s, first, figures.parse, u"x parse"_s, u"at most 0.5"_s);
    measureWhole(*snapshot, cli, figures, table);
    const auto empty = peakMemoryOf(cli, {u"--version"_s});
    const auto peak = peakMemoryOf(cli, {u"analyze"_s, u"--repo"_s, directory.path(), u"--env"_s, u"."_s});
    table.row(u"memory: rise of the peak of analyze over an empty run"_s, (peak - empty) / bytes, u"x bytes"_s,
              u"at most 20"_s);
    measureReview(snapshot, directory.path(), figures, table);
    return figures;
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto resources = arguments.value(1, u"10000"_s).toUInt();
    const auto cli = QFileInfo(QCoreApplication::applicationDirPath() + u"/../meshdraft-cli"_s).absoluteFilePath();
    const auto small = measure(resources, cli, true);
    if (arguments.contains(u"--small"_s))
        return 0;
    const auto large = measure(4 * resources, cli, false);
    Table().row(u"cost growth of open for four times the resources"_s, large.open, small.open, u"x"_s,
                u"at most 4.6"_s);
    return 0;
}
