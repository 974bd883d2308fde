// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/form/formcontext.h"

class QVBoxLayout;

namespace meshdraft::views {

/// The fields of an object under each other, in the order of its table. Fields that exclude each other are a choice
/// with the chosen one below. What is deprecated or experimental shows only where it is used.
class ObjectFields : public FormPart {
    Q_OBJECT
public:
    /// `names`: only these fields; empty: all.
    ObjectFields(FormContext& context, const mesh::FieldPath& path, std::vector<std::string> names, QWidget* parent);

    void refresh() override;
    void setPath(const mesh::FieldPath& path) override;

private:
    struct Row {
        std::string id; ///< a field's name, or "?" and the first field of a choice
        FormPart* part = nullptr;
    };
    struct Plan {
        std::string id;
        workspace::FormField field;
        const workspace::FormChoice* choice = nullptr;
    };
    std::vector<Plan> plan(const std::vector<workspace::FormChoice>& choices) const;

    std::vector<std::string> m_names;
    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
};

} // namespace meshdraft::views
