// SPDX-License-Identifier: Apache-2.0
// Measures what DESIGN calls budgets, on a generated mesh, as ratios to one single-threaded yaml-cpp event parse of the
// same bytes in the same run.
//   bench_mesh [ISTIO_RESOURCES] [--cli meshdraft-cli]
#include "models/changes/split.h"
#include "models/mesh/targetversion.h"
#include "models/topology/render/graphscene.h"
#include "models/topology/render/layoutclient.h"
#include "models/traffic/requestcompare.h"
#include "models/workspace/snapshot.h"
#include "models/workspace/words.h"
#include "tests/bench/meshgenerator.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
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

double secondsOf(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// Median of several runs.
double medianOf(int runs, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(secondsOf(work));
    std::ranges::sort(times);
    return times[times.size() / 2];
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
    void row(const QString& what, double value, const QString& unit, const QString& budget)
    {
        QTextStream(stdout) << what.leftJustified(58) << QString::number(value, 'g', 3).rightJustified(10) << ' '
                            << unit.leftJustified(10) << budget << '\n';
    }
};

struct Figures {
    double parse = 0;
    double open = 0;
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

/// Seconds for one change of weights in the first route table with two weights of the wanted size of file.
double secondsOfEdit(const workspace::Snapshot& snapshot, bool inJoined, bool withPicture)
{
    const mesh::Resource* resource = nullptr;
    for (const auto index : snapshot.graph->ofKind("VirtualService")) {
        if ((snapshot.graph->at(index).source.path == joinedPath) == inJoined)
            resource = &snapshot.graph->at(index);
    }
    const auto& route = std::get<mesh::RouteTable>(resource->body).routes.back();
    std::int64_t weight = 0;
    return medianOf(9, [&] {
        weight = (weight + 1) % 90;
        const std::vector<std::int64_t> weights{weight, 100 - weight};
        const auto change = changes::setWeights(*resource, route, weights);
        const auto edited = workspace::withEdit(snapshot, source::Edit{{*change}});
        if (!edited)
            qFatal("%s", qPrintable(workspace::errorText(edited.error())));
        if (withPicture && (*edited)->topology().nodes.empty())
            qFatal("no picture");
    });
}

void measureEdits(const workspace::Snapshot& snapshot, const Figures& figures, Table& table)
{
    const double small = secondsOfEdit(snapshot, false, false);
    const double large = secondsOfEdit(snapshot, true, false);
    const double picture = secondsOfEdit(snapshot, true, true);
    table.row(u"one edit to new snapshot, findings, diff, tier"_s, figures.open / small, u"per open"_s,
              u"at least 200"_s);
    table.row(u"the same in a file of 20 KB"_s, figures.open / large, u"per open"_s, u"at least 400"_s);
    table.row(u"the same with the picture to draw"_s, figures.open / picture, u"per open"_s, {});
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
    const double one = medianOf(501, [&] {
        request.host = hosts[at++ % hosts.size()];
        if (evaluator.evaluate(request).shares.empty())
            qFatal("no answer");
    });
    table.row(u"one request evaluated (median, warm)"_s, 1000 * one / figures.parse, u"/1000 parse"_s, u"at most 1"_s);
    const auto later = tenFilesLater(snapshot);
    const auto head = viewOf(*later);
    std::size_t found = 0;
    std::size_t asked = 0;
    const double compared = medianOf(3, [&] {
        const auto result = traffic::changedRequests(traffic::Evaluator(base), traffic::Evaluator(head));
        found = result.changes.size();
        asked = result.evaluated;
    });
    if (found < 10)
        qFatal("only %zu changes found", found);
    table.row(u"requests that ten changed files change (%1 evaluated)"_s.arg(asked), compared / figures.parse,
              u"x parse"_s, u"at most 0.5"_s);
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
    figures.parse = medianOf(3, [&files] { parseWithYamlCpp(files); });
    workspace::SnapshotPtr snapshot;
    figures.open = medianOf(3, [&] {
        snapshot.reset();
        auto opened = workspace::openSnapshot(directory.path(), {}, ".");
        if (!opened)
            qFatal("%s", qPrintable(workspace::errorText(opened.error())));
        snapshot = *opened;
    });
    Table table;
    QTextStream(stdout) << '\n'
                        << resources << " Istio resources, " << files.size() << " files, "
                        << QString::number(bytes / 1e6, 'f', 1)
                        << " MB; parse = " << QString::number(figures.parse, 'f', 3) << " s\n";
    table.row(u"open: read, parse, graph, all checks"_s, figures.open / figures.parse, u"x parse"_s, u"at most 1.0"_s);
    if (!whole)
        return figures;

    measureEdits(*snapshot, figures, table);
    measureRequests(snapshot, figures, table);
    const auto deliveries = medianOf(5, [&] { mesh::findDeliveries(snapshot->saved); });
    table.row(u"looking for Applications and Flux Kustomizations"_s, 100 * deliveries / figures.open, u"% of open"_s,
              u"at most 1"_s);
    const auto target = medianOf(
        5, [&] { mesh::targetOf(snapshot->graph.get(), snapshot->saved, snapshot->environment, mesh::ProjectFile()); });
    table.row(u"target version and data plane"_s, 100 * target / figures.open, u"% of open"_s, u"at most 1"_s);
    const auto checks =
        medianOf(3, [&] { checks::runChecks({*snapshot->graph, snapshot->current, snapshot->environment.files}); });
    table.row(u"all checks"_s, checks / figures.parse, u"x parse"_s, u"at most 0.3"_s);
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
    table.row(u"topology: first picture after open"_s, first / figures.parse, u"x parse"_s, u"at most 0.5"_s);
    const auto picture = secondsOf([&] {
        const auto topology = topology::buildTopology(*snapshot->graph, nullptr, snapshot->findings);
        const auto layout = topology::layoutInWorker(cli, topology, topology::measureNodes(topology, measure));
        if (!layout)
            qFatal("%s", qPrintable(workspace::errorText(layout.error())));
        topology::GraphScene::build(topology, *layout, measure);
    });
    table.row(u"topology: the whole picture, every node"_s, picture / figures.parse, u"x parse"_s, u"at most 0.5"_s);
    const auto empty = peakMemoryOf(cli, {u"--version"_s});
    const auto peak = peakMemoryOf(cli, {u"analyze"_s, u"--repo"_s, directory.path(), u"--env"_s, u"."_s});
    table.row(u"memory: rise of the peak of analyze over an empty run"_s, (peak - empty) / bytes, u"x bytes"_s,
              u"at most 20"_s);
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
    const auto large = measure(4 * resources, cli, false);
    Table().row(u"cost growth of open for four times the resources"_s, large.open / small.open, u"x"_s,
                u"at most 4.6"_s);
    return 0;
}
