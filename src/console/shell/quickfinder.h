// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace pult::shell {

/// Something that can be gone to by typing a part of its name.
struct Destination {
    QString title;
    QString sort; ///< "Page", "Service", "Setting"
    QString alsoKnownAs; ///< Found as well, but not shown.
    std::function<void()> go;
};

/// Ctrl+K: type, choose with the arrows, Enter goes there. Open it with open(). GUI thread.
class QuickFinder final : public QDialog {
    Q_OBJECT
public:
    QuickFinder(std::vector<Destination> destinations, QWidget *parent);

    /// More has become known. What is typed stays.
    void setDestinations(std::vector<Destination> destinations);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void go();

    std::vector<Destination> m_destinations;
    QLineEdit *m_text;
    QListWidget *m_found;
};

} // namespace pult::shell
