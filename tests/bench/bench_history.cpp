// SPDX-License-Identifier: Apache-2.0
// Measures the history of one resource against `git log --follow` of its file, on a generated mesh of 10,000 Istio
// resources with 5,000 commits, 250 of which change the resource.
//   bench_history [COMMITS]
#include "models/workspace/meshhistory.h"
#include "models/workspace/words.h"
#include "tests/bench/meshgenerator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <format>

using namespace Qt::StringLiterals;
using namespace meshdraft;

namespace {

constexpr int commitsPerChange = 20;

QByteArray gitOutput(const QString& directory, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(u"git"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// The text with another weight at its first split.
std::string withWeights(std::string text, int first)
{
    const std::string before = "weight: 90 # stable";
    const auto place = text.find(before);
    if (place == std::string::npos)
        qFatal("no split");
    return text.replace(place, before.size(), std::format("weight: {} # stable", first));
}

/// Commits on top of the first one: every twentieth changes the split in `subject`, the others add a line elsewhere.
QByteArray commitsOf(const std::vector<bench::GeneratedFile>& files, const bench::GeneratedFile& subject, int count)
{
    std::string stream;
    for (int i = 0; i < count; ++i) {
        const bool isMeant = i % commitsPerChange == 0;
        const auto& file = isMeant ? subject : files[(static_cast<std::size_t>(i) * 37U) % files.size()];
        const bool isOther = !isMeant && file.path == subject.path;
        const std::string path = isOther ? "README" : file.path;
        const std::string text = isMeant ? withWeights(file.text, 1 + (i / commitsPerChange) % 89)
                                         : (isOther ? std::string() : file.text) + std::format("# {}\n", i);
        const std::string message = std::format("change {}", i);
        stream += std::format("commit refs/heads/main\ncommitter bench <bench@example.org> {} +0000\ndata {}\n{}\n",
                              1'800'000'000 + i * 60, message.size(), message);
        if (i == 0)
            stream += "from refs/heads/main^0\n";
        stream += std::format("M 100644 inline {}\ndata {}\n{}\n", path, text.size(), text);
    }
    return QByteArray::fromStdString(stream);
}

double medianOf(const std::function<void()>& work)
{
    std::vector<double> seconds;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    std::ranges::sort(seconds);
    return seconds[seconds.size() / 2];
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const int commits = argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : 5'000;
    const auto files = bench::generateMesh({.istioResources = 10'000});
    const QTemporaryDir directory;
    if (const auto written = bench::writeRepository(files, directory.path()); !written)
        qFatal("%s", qPrintable(workspace::errorText(written.error())));
    const auto subject = std::ranges::find_if(
        files, [](const auto& file) { return file.text.find("weight: 90 # stable") != std::string::npos; });
    gitOutput(directory.path(), {u"branch"_s, u"-M"_s, u"main"_s});
    gitOutput(directory.path(), {u"fast-import"_s, u"--quiet"_s, u"--force"_s}, commitsOf(files, *subject, commits));

    const auto repository = git::Repository::open(directory.path());
    const auto slash = subject->path.find('/');
    const workspace::HistorySubject asked{.kind = "VirtualService",
                                          .ns = subject->path.substr(0, slash),
                                          .name = subject->path.substr(slash + 1, subject->path.find('.') - slash - 1),
                                          .host = {},
                                          .paths = {}};
    const auto path = QString::fromStdString(subject->path);
    QByteArray log;
    const double plain = medianOf([&] {
        log = gitOutput(directory.path(), {u"--no-pager"_s, u"log"_s, u"--follow"_s, u"--format=%H"_s, u"--"_s, path});
    });
    const auto measure = [&](const workspace::HistorySubject& about, const char* what) {
        int found = 0;
        const double own = medianOf([&] {
            found = 0;
            workspace::ParseCache cache;
            const auto end = workspace::historyOfMeaning(*repository, about, {}, cache, [&](const auto&) {
                ++found;
                return true;
            });
            if (!end)
                qFatal("%s", qPrintable(workspace::errorText(end.error())));
        });
        if (found != log.count('\n'))
            qFatal("%d of %lld commits found", found, static_cast<long long>(log.count('\n')));
        QTextStream(stdout) << what << QString::number(own / plain, 'f', 2) << " x git log --follow   at most 2\n";
    };
    QTextStream(stdout) << commits + 1 << " commits, " << log.count('\n')
                        << " of them change the file; git log --follow = " << QString::number(plain, 'f', 3) << " s\n";
    auto placed = asked;
    placed.paths = {subject->path};
    measure(placed, "history of one resource of an open mesh:   ");
    measure(asked, "history of one resource that is looked for: ");
    return 0;
}
