// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/theme.h"
#include "ui/window/windowactions.h"

#include <QActionGroup>

// The words and keys of each action, menu by menu.
namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

QKeySequence key(QKeyCombination combination)
{
    return QKeySequence(combination);
}

} // namespace

void WindowActions::makeFile()
{
    const QString menu = tr("&File");
    exportTenants = make(
        menu,
        {tr("&Export tenants…"),
         tr("Writes the saved tenants to a file, without any secret"),
         u"save"_s,
         {}});
    close = make(
        menu,
        {tr("&Close window"),
         tr("Closes the window, which ends Tenantscope"),
         {},
         {key(Qt::CTRL | Qt::Key_W)}});
    quit = make(
        menu,
        {tr("&Quit"),
         tr("Ends Tenantscope; the token and the secret are forgotten"),
         u"log-out"_s,
         {key(Qt::CTRL | Qt::Key_Q)}});
}

void WindowActions::makeEdit()
{
    const QString menu = tr("&Edit");
    copy = make(
        menu,
        {tr("&Copy"),
         tr("Copies the current cell, or the selected rows as a table"),
         u"copy"_s,
         {key(Qt::CTRL | Qt::Key_C)}});
    find = make(
        menu,
        {tr("&Find applications"),
         tr("Searches names, IDs, URLs and all else as you type"),
         u"search"_s,
         {key(Qt::CTRL | Qt::Key_F), key(Qt::Key_Slash)}});
    clearClipboard = make(
        menu,
        {tr("Clear clip&board now"),
         tr("Takes the copied token or secret off the clipboard"),
         u"clipboard-x"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_X)}});
    escape = make(
        menu,
        {tr("C&ancel"),
         tr("Clears the search, else ends the newest work under way"),
         {},
         {key(Qt::Key_Escape)}});
    settings = make(
        menu,
        {tr("&Settings…"),
         tr("Sets how long copied tokens live and stay on the clipboard, and what else may be chosen"),
         u"settings"_s,
         {key(Qt::CTRL | Qt::Key_Comma)}});
}

void WindowActions::makeView()
{
    const QString menu = tr("&View");
    tenantList = make(
        menu,
        {tr("Tenant l&ist"),
         tr("Shows or hides the list of tenants"),
         u"panel-left"_s,
         {key(Qt::Key_F9)}});
    details = make(
        menu,
        {tr("&Details"),
         tr("Shows or hides all fields of the current application"),
         u"panel-right"_s,
         {key(Qt::CTRL | Qt::Key_I)}});
    requestLog = make(
        menu,
        {tr("&Request log"),
         tr("Shows or hides every request that was sent"),
         u"panel-bottom"_s,
         {key(Qt::CTRL | Qt::Key_J)}});
    present = make(
        menu,
        {tr("Presentation m&ode"),
         tr("Masks tokens, domains, client IDs and names of production while others look on"),
         u"eye-off"_s,
         {key(Qt::Key_F8)}});
    for (QAction *action : {tenantList, details, requestLog, present})
        action->setCheckable(true);
    menus = make(
        menu, {tr("&Menu bar"), tr("Moves the focus to the menu bar"), {}, {key(Qt::Key_F10)}});
    nextPane = make(
        menu, {tr("&Next pane"), tr("Moves the focus to the next pane"), {}, {key(Qt::Key_F6)}});
    previousPane = make(
        menu,
        {tr("&Previous pane"),
         tr("Moves the focus to the previous pane"),
         {},
         {key(Qt::SHIFT | Qt::Key_F6)}});
    makeThemes();
    largerText = make(
        menu,
        {tr("&Larger text"),
         tr("Makes all text larger"),
         {},
         {key(Qt::CTRL | Qt::Key_Plus), key(Qt::CTRL | Qt::Key_Equal)}});
    smallerText = make(
        menu,
        {tr("&Smaller text"), tr("Makes all text smaller"), {}, {key(Qt::CTRL | Qt::Key_Minus)}});
    usualText = make(
        menu,
        {tr("&Usual text size"),
         tr("Gives all text the system's size"),
         {},
         {key(Qt::CTRL | Qt::Key_0)}});
    fullScreen = make(
        menu,
        {tr("&Full screen"),
         tr("Fills the whole screen, or leaves it again"),
         {},
         {key(Qt::Key_F11)}});
    fullScreen->setCheckable(true);
}

void WindowActions::makeThemes()
{
    const QString menu = tr("&View");
    themes = new QActionGroup(this);
    const auto add = [this, &menu](const QString &text, const QString &tip, Theme::Choice choice) {
        QAction *action = make(menu, {text, tip, {}, {}});
        action->setCheckable(true);
        action->setData(int(choice));
        themes->addAction(action);
    };
    add(tr("As the &system"), tr("Light or dark as the desktop is"), Theme::Choice::System);
    add(tr("&Light"), tr("Dark text on a light ground"), Theme::Choice::Light);
    add(tr("&Dark"), tr("Light text on a dark ground"), Theme::Choice::Dark);
}

void WindowActions::makeTenant()
{
    const QString menu = tr("Te&nant");
    addTenant = make(
        menu,
        {tr("&Add tenant…"),
         tr("Signs in to one more tenant, beside those that are open"),
         u"plus"_s,
         {key(Qt::CTRL | Qt::Key_N)}});
    editCredentials = make(
        menu,
        {tr("&Edit tenant…"),
         tr("Changes the domain, the application, the audience, or how the tenant is saved"),
         u"pencil"_s,
         {key(Qt::Key_F2)}});
    forgetToken = make(
        menu,
        {tr("&Forget token"),
         tr("Drops the token and the secret, and clears the list"),
         u"list-x"_s,
         {key(Qt::CTRL | Qt::Key_D)}});
    makeTenantOrder();
    openDemo = make(
        menu,
        {tr("&Open the demo tenant"),
         tr("Connects to a tenant imitated on this computer, with made-up data"),
         u"flask-conical"_s,
         {}});
    testConnection = make(
        menu,
        {tr("&Test connection…"),
         tr("Examines the connection step by step and says what to mend"),
         u"circle-help"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}});
    makeLocks();
    makeTenantNumbers();
}

void WindowActions::makeLocks()
{
    const QString menu = tr("Te&nant");
    lock = make(
        menu,
        {tr("&Lock"),
         tr("Drops all tokens and secrets and masks what is shown"),
         u"lock"_s,
         {key(Qt::CTRL | Qt::Key_L)}});
    unlock = make(
        menu,
        {tr("Unloc&k"),
         tr("Shows everything again, and gets secrets and tokens anew"),
         u"lock-open"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}});
    lockWhenIdle = make(
        menu,
        {tr("Lock when &idle for 15 minutes"),
         tr("Locks by itself once Tenantscope had no key and no pointer for 15 minutes"),
         {},
         {}});
    lockWhenIdle->setCheckable(true);
}

void WindowActions::makeTenantOrder()
{
    const QString menu = tr("Te&nant");
    duplicateTenant = make(
        menu,
        {tr("D&uplicate"), tr("Saves another tenant with the same values, but no secret"), {}, {}});
    removeTenant = make(
        menu,
        {tr("&Remove"),
         tr("Removes the saved tenant and its secret from the system's keychain; can be undone for 10 s"),
         u"trash-2"_s,
         {key(Qt::Key_Delete)}});
    undoRemoval = make(
        menu,
        {tr("Undo re&moval"),
         tr("Brings the tenant back that was just removed"),
         {},
         {key(Qt::CTRL | Qt::Key_Z)}});
    moveTenantUp = make(
        menu,
        {tr("Move u&p"),
         tr("Moves the tenant before the one above it"),
         {},
         {key(Qt::ALT | Qt::Key_Up)}});
    moveTenantDown = make(
        menu,
        {tr("Move do&wn"),
         tr("Moves the tenant behind the one below it"),
         {},
         {key(Qt::ALT | Qt::Key_Down)}});
    // In the list only: elsewhere these keys mean other things.
    for (QAction *action : {removeTenant, moveTenantUp, moveTenantDown})
        action->setShortcutContext(Qt::WidgetShortcut);
}

void WindowActions::makeTenantNumbers()
{
    constexpr int most = 9;
    const QString menu = tr("Te&nant");
    for (int number = 1; number <= most; ++number) {
        QAction *action = make(
            menu,
            {tr("Tenant &%1").arg(number),
             tr("Shows the tenant that is number %1 in the list").arg(number),
             {},
             {key(Qt::CTRL | Qt::Key(Qt::Key_0 + number))}});
        tenants.append(action);
    }
}

void WindowActions::makeToken()
{
    const QString menu = tr("T&oken");
    renewToken = make(
        menu,
        {tr("&Get new token"),
         tr("Gets a new token; the present one lives on until it expires"),
         u"refresh-cw"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}});
    copyToken = make(
        menu,
        {tr("&Copy token"),
         tr("Copies the token; one about to expire is replaced first, and the clipboard is cleared after a while"),
         u"copy"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}});
    copyAs = make(
        menu,
        {tr("Cop&y as"),
         tr("Copies the token in another shape, or a command that needs it"),
         u"chevron-down"_s,
         {key(Qt::CTRL | Qt::ALT | Qt::Key_C)}});
    makeCopyShapes();
    revealToken = make(
        menu,
        {tr("&Reveal token"),
         tr("Shows the token for a while"),
         u"eye"_s,
         {key(Qt::CTRL | Qt::Key_H)}});
    revealToken->setCheckable(true);
    cancelToken = make(
        menu, {tr("C&ancel token request"), tr("Ends the token request under way"), {}, {}});
    cancelToken->setIconText(tr("Cancel"));
    inspectToken = make(
        menu,
        {tr("&Inspect token…"),
         tr("Shows what the token says of itself, and verifies its signature"),
         u"search"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}});
    scopes = make(
        menu,
        {tr("&Scopes…"),
         tr("Shows what the token's scopes allow, what they risk and what is missing"),
         u"layout-grid"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}});
    inspectPasted = make(
        menu,
        {tr("Inspect pasted t&oken…"),
         tr("Takes any token off the clipboard and shows what it says; it is sent nowhere"),
         {},
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_V)}});
    copiedTokens = make(
        menu,
        {tr("Copied &tokens…"),
         tr("Lists the tokens that were copied in this run, and what can be done about them"),
         {},
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}});
    inspectToken->setIconText(tr("Inspect"));
    scopes->setIconText(tr("What they allow"));
}

void WindowActions::makeCopyShapes()
{
    const auto add = [this](
                         const QString &text, const QString &tip, Session::CopyFormat format,
                         const QString &name) {
        copyShapes.append({make(tr("T&oken"), {text, tip, {}, {}, name}), format});
    };
    using Session::CommandFormat;
    using Session::TokenFormat;
    add(tr("Authorization &header"), tr("Copies an HTTP header field with the token"),
        TokenFormat::Header, tr("Copy as Authorization header"));
    add(tr("&curl with $TOKEN"), tr("Copies a curl command that takes the token from a variable"),
        CommandFormat::Curl, tr("Copy as curl with $TOKEN"));
    add(tr("&export"), tr("Copies a shell's line that puts the token into AUTH0_TOKEN"),
        TokenFormat::Export, tr("Copy as export"));
    add(tr("&PowerShell"), tr("Copies PowerShell's line that puts the token into AUTH0_TOKEN"),
        TokenFormat::PowerShell, tr("Copy as PowerShell"));
    add(tr(".e&nv line"), tr("Copies a line for a .env file"), TokenFormat::DotEnv,
        tr("Copy as .env line"));
    add(tr("&JSON"), tr("Copies an object with the token, its expiry and its scopes"),
        TokenFormat::Json, tr("Copy as JSON"));
    add(tr("H&TTPie"),
        tr("Copies an HTTPie command that takes the token from a variable, through a pipe"),
        CommandFormat::Httpie, tr("Copy as HTTPie"));
    add(tr("curl with the t&oken"),
        tr("Copies a curl command with the token itself in it, which a shell's history would keep"),
        TokenFormat::CurlWithToken, tr("Copy as curl with the token"));
}

void WindowActions::makeApplications()
{
    const QString menu = tr("&Applications");
    reload = make(
        menu,
        {tr("&Reload"),
         tr("Loads all applications anew"),
         u"refresh-cw"_s,
         {key(Qt::Key_F5), key(Qt::CTRL | Qt::Key_R)}});
    stop = make(
        menu, {tr("&Cancel loading"), tr("Stops loading; what is here stays"), u"square"_s, {}});
    stop->setIconText(tr("Cancel"));
    resume = make(
        menu, {tr("Con&tinue loading"), tr("Goes on where loading stopped"), u"play"_s, {}});
    resume->setIconText(tr("Continue"));
    copyRows = make(
        menu,
        {tr("Co&py rows as"),
         tr("Copies the selected applications in a shape of your choice"),
         u"copy"_s,
         {}});
    makeRowShapes();
    exportRows = make(
        menu,
        {tr("E&xport…"),
         tr("Writes the applications that are shown to a file"),
         u"save"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}});
    exportRows->setIconText(tr("Export"));
    filterByValue = make(
        menu,
        {tr("&Filter by this value"),
         tr("Searches for the applications that have the value of the current cell, too"),
         u"funnel"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}});
    excludeValue = make(
        menu,
        {tr("Excl&ude this value"),
         tr("Leaves out the applications that have the value of the current cell"),
         {},
         {key(Qt::CTRL | Qt::ALT | Qt::Key_F)}});
    openInDashboard = make(
        menu,
        {tr("Open in &Dashboard"),
         tr("Opens the current application in the browser, in Auth0's Dashboard; no token goes along"),
         {},
         {}});
    makeSecrets();
    makeSearches();
    makeColumns();
}

void WindowActions::makeSecrets()
{
    const QString menu = tr("&Applications");
    revealSecret = make(
        menu,
        {tr("Rev&eal secret…"),
         tr("Reads the current application's client secret, which the tenant logs, and shows it for a while"),
         u"eye"_s,
         {}});
    compareSecret = make(
        menu,
        {tr("Comp&are secret…"),
         tr("Tells whether a secret at hand is the current application's; that one is read, which the tenant logs, and not shown"),
         {},
         {}});
    revealSecret->setIconText(
        tr("Reveal secret…")); // its button says, too, that something is asked first
    compareSecret->setIconText(tr("Compare secret…"));
}

void WindowActions::makeRowShapes()
{
    using Applications::RowFormat;
    const auto add =
        [this](const QString &text, const QString &tip, RowFormat format, const QString &name) {
            rowShapes.append({make(tr("&Applications"), {text, tip, {}, {}, name}), format});
        };
    add(tr("Client &IDs, one a line"), tr("Copies the client IDs of the selected applications"),
        RowFormat::IdLines, tr("Copy client IDs"));
    add(tr("Client IDs in &a line"),
        tr("Copies the client IDs of the selected applications, parted by commas"),
        RowFormat::IdList, tr("Copy client IDs in a line"));
    add(tr("&CSV"), tr("Copies the columns shown of the selected applications as CSV"),
        RowFormat::Csv, tr("Copy rows as CSV"));
    add(tr("&Tab-separated"),
        tr("Copies the columns shown of the selected applications, with their titles, for a spreadsheet"),
        RowFormat::Tsv, tr("Copy rows tab-separated"));
    add(tr("&Markdown"), tr("Copies the columns shown of the selected applications as a table"),
        RowFormat::Markdown, tr("Copy rows as Markdown"));
    add(tr("&JSON"), tr("Copies the columns shown of the selected applications as JSON"),
        RowFormat::Json, tr("Copy rows as JSON"));
    add(tr("JSON with all &fields"),
        tr("Copies the selected applications as the tenant sent them, without secrets"),
        RowFormat::JsonAllFields, tr("Copy rows as JSON with all fields"));
}

void WindowActions::makeSearches()
{
    const QString menu = tr("&Applications");
    searches = make(
        menu,
        {tr("Earlier &searches…"),
         tr("Lists the last searches and the saved views of this tenant"),
         u"clock"_s,
         {}});
    saveView = make(
        menu,
        {tr("Save this &view…"), tr("Keeps search, type, columns and order under a name"), {}, {}});
    searchHelp = make(
        menu,
        {tr("What a search can sa&y…"),
         tr("Lists the words of the search language, and puts one into the search"),
         u"circle-help"_s,
         {}});
}

void WindowActions::makeColumns()
{
    const QString menu = tr("&Applications");
    columns = make(
        menu,
        {tr("C&olumns…"),
         tr("Chooses the columns of the table from all fields of an application"),
         u"columns-3"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}});
    columns->setIconText(tr("Columns"));
    hideColumn = make(
        menu, {tr("&Hide column"), tr("Hides the column of the current cell"), {}, {}});
    moveColumnLeft = make(
        menu,
        {tr("Move column &left"),
         tr("Moves the column of the current cell to the left"),
         {},
         {key(Qt::ALT | Qt::SHIFT | Qt::Key_Left)}});
    moveColumnRight = make(
        menu,
        {tr("Move column ri&ght"),
         tr("Moves the column of the current cell to the right"),
         {},
         {key(Qt::ALT | Qt::SHIFT | Qt::Key_Right)}});
    makeColumnShapes();
}

void WindowActions::makeColumnShapes()
{
    const QString menu = tr("&Applications");
    sortAscending = make(
        menu,
        {tr("Sort &by column, ascending"),
         tr("Sorts by the column of the current cell; once more, in the tenant's order"),
         {},
         {key(Qt::ALT | Qt::SHIFT | Qt::Key_Up)}});
    sortDescending = make(
        menu,
        {tr("Sort by column, descend&ing"),
         tr("Sorts by the column of the current cell, downwards; once more, in the tenant's order"),
         {},
         {key(Qt::ALT | Qt::SHIFT | Qt::Key_Down)}});
    widenColumn = make(
        menu,
        {tr("Ma&ke column wider"),
         tr("Makes the column of the current cell wider"),
         {},
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_Right)}});
    narrowColumn = make(
        menu,
        {tr("Make column narrower"),
         tr("Makes the column of the current cell narrower"),
         {},
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_Left)}});
}

void WindowActions::makeInsight()
{
    const QString menu = tr("&Applications");
    grants = make(
        menu,
        {tr("&Who may do what"),
         tr("Shows which application may call which API with which scopes"),
         u"key-round"_s,
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}});
    compare = make(
        menu,
        {tr("Co&mpare…"),
         tr("Shows how the applications of two tenants, or of now and a snapshot, differ"),
         {},
         {key(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}});
    saveSnapshot = make(
        menu,
        {tr("Save s&napshot…"),
         tr("Writes all applications, without any secret, to a file to be compared later"),
         u"save"_s,
         {key(Qt::CTRL | Qt::Key_S)}});
}

void WindowActions::makeHelp()
{
    const QString menu = tr("&Help");
    shortcuts = make(
        menu,
        {tr("&Keyboard shortcuts"),
         tr("Lists every action and its keys"),
         u"keyboard"_s,
         {key(Qt::Key_F1), key(Qt::CTRL | Qt::Key_F1), key(Qt::Key_Question)}});
    about = make(
        menu,
        {tr("&About Tenantscope"),
         tr("Tells the version, the licence and what it promises"),
         u"info"_s,
         {}});
}

} // namespace Tenantscope::Ui
