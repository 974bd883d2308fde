// SPDX-License-Identifier: Apache-2.0
#include "app/cli/rangeargument.h"

using namespace Qt::StringLiterals;

namespace meshdraft::cli {

std::expected<workspace::RevisionRange, int> rangeArgument(const QCommandLineParser& parser)
{
    const auto repository = git::Repository::open(parser.value(u"repo"_s));
    if (!repository)
        return std::unexpected(failed(repository.error(), UnreadableInput));
    const auto words = parser.positionalArguments();
    const auto range = words.size() == 1 ? workspace::readRange(*repository, words.front()) : std::nullopt;
    if (!range) {
        complain(u"Expected one range, as main..HEAD or main...feature."_s);
        return std::unexpected(WrongUsage);
    }
    if (!*range)
        return std::unexpected(failed(range->error(), UnreadableInput));
    return **range;
}

} // namespace meshdraft::cli
