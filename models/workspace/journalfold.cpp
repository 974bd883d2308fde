// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/journalfold.h"

#include "models/workspace/textblocks.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

bool samePaths(const source::Edit& a, const source::Edit& b)
{
    return std::ranges::equal(a.files, b.files, {}, &source::FileEdit::path, &source::FileEdit::path);
}

} // namespace

JournalFold::JournalFold(journal::Header header)
    : m_header(std::move(header))
    , m_last(m_header.begun)
{
}

bool JournalFold::add(const journal::Record& record)
{
    return std::visit([this](const auto& value) { return take(value); }, record);
}

bool JournalFold::take(const journal::Header& /*second*/)
{
    return false;
}

bool JournalFold::take(const journal::NotKept& file)
{
    if (!std::ranges::contains(m_notKept, file.path))
        m_notKept.push_back(file.path);
    return true;
}

bool JournalFold::take(const journal::FileState& state)
{
    auto current = source::applySplices(state.base, state.splices);
    if (!current)
        return false;
    const auto id = source::contentIdOf(*current);
    const auto known = m_files.find(state.path);
    // A text from elsewhere: the steps do not lead to it.
    if (known != m_files.end() && known->second.id != id) {
        m_steps.clear();
        m_done = 0;
    }
    m_files[state.path] = {
        .base = state.base, .current = std::make_shared<const std::string>(std::move(*current)), .id = id};
    return true;
}

bool JournalFold::take(const journal::EditRecord& record)
{
    std::vector<Text> texts;
    std::vector<source::ContentId> after;
    for (const auto& edit : record.edit.files) {
        const auto file = m_files.find(edit.path);
        if (file == m_files.end() || file->second.id != edit.base)
            return false;
        auto text = source::applySplices(*file->second.current, edit.splices);
        if (!text)
            return false;
        after.push_back(source::contentIdOf(*text));
        texts.push_back(std::make_shared<const std::string>(std::move(*text)));
    }
    if (record.step == journal::Step::Undo && isUndo(record.edit, after)) {
        --m_done;
    } else if (record.step == journal::Step::Redo && isRedo(record.edit, after)) {
        ++m_done;
    } else if (!merge(record, after)) {
        push(record, after);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto& file = m_files[record.edit.files[i].path];
        file.current = texts[i];
        file.id = after[i];
    }
    m_last = std::max(m_last, record.time);
    return true;
}

bool JournalFold::isUndo(const source::Edit& edit, const std::vector<source::ContentId>& after) const
{
    if (m_done == 0)
        return false;
    const auto& top = m_steps[m_done - 1];
    return samePaths(top.step.edit, edit)
        && std::ranges::equal(top.step.edit.files, after, {}, &source::FileEdit::base);
}

bool JournalFold::isRedo(const source::Edit& edit, const std::vector<source::ContentId>& after) const
{
    return m_done < m_steps.size() && samePaths(m_steps[m_done].step.edit, edit) && m_steps[m_done].after == after;
}

/// The undo stack makes one step of a drag; so does this.
bool JournalFold::merge(const journal::EditRecord& record, const std::vector<source::ContentId>& after)
{
    if (record.step != journal::Step::Do || record.mergeId <= 0 || m_done == 0)
        return false;
    auto& top = m_steps[m_done - 1];
    if (top.mergeId != record.mergeId || !samePaths(top.step.edit, record.edit))
        return false;
    bool changes = false;
    for (std::size_t i = 0; i < after.size(); ++i) {
        auto& splices = top.step.edit.files[i].splices;
        splices = composeSplices(*top.before[i], splices, record.edit.files[i].splices);
        changes = changes || !splices.empty();
    }
    top.after = after;
    m_steps.resize(m_done);
    if (!changes) {
        m_steps.pop_back();
        --m_done;
    }
    return true;
}

void JournalFold::push(const journal::EditRecord& record, const std::vector<source::ContentId>& after)
{
    m_steps.resize(m_done);
    Played played;
    played.step = {.text = record.text, .edit = record.edit};
    played.mergeId = record.step == journal::Step::Do ? record.mergeId : 0;
    played.after = after;
    for (const auto& edit : record.edit.files)
        played.before.push_back(m_files[edit.path].current);
    m_steps.push_back(std::move(played));
    ++m_done;
}

KeptEdits JournalFold::result() const
{
    KeptEdits kept;
    kept.header = m_header;
    kept.last = QDateTime::fromMSecsSinceEpoch(m_last);
    for (const auto& [path, file] : m_files) {
        if (file.base != *file.current)
            kept.files.push_back({.path = path, .base = file.base, .current = *file.current});
    }
    if (!kept.files.empty()) {
        std::ranges::transform(m_steps, std::back_inserter(kept.steps), &Played::step);
        kept.done = m_done;
    }
    kept.notKept = m_notKept;
    return kept;
}

} // namespace meshdraft::workspace
