// SPDX-License-Identifier: Apache-2.0
#include "models/source/splicelist.h"

#include <algorithm>
#include <tuple>

namespace meshdraft::source {

void SpliceList::add(std::uint32_t offset, std::uint32_t length, std::string text, NodeId owner)
{
    if (length > 0 || !text.empty())
        m_planned.push_back({{offset, length, std::move(text)}, owner});
}

std::vector<Splice> SpliceList::take()
{
    std::ranges::stable_sort(m_planned, [](const Planned& a, const Planned& b) {
        return std::tuple(a.splice.offset, a.splice.length > 0, b.owner)
            < std::tuple(b.splice.offset, b.splice.length > 0, a.owner);
    });
    std::vector<Splice> result;
    for (Planned& planned : m_planned) {
        const bool joins = !result.empty() && result.back().length == 0 && planned.splice.length == 0
            && result.back().offset == planned.splice.offset;
        if (joins) {
            result.back().text += planned.splice.text;
        } else {
            result.push_back(std::move(planned.splice));
        }
    }
    m_planned.clear();
    return result;
}

} // namespace meshdraft::source
