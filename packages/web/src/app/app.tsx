import { lazy, type ReactNode, Suspense } from "react";
import { Link, Route, Switch } from "wouter";
import { CoderField } from "../decide/coder.tsx";
import { DecisionBar } from "../decide/decision-bar.tsx";
import { DecisionsPage } from "../decide/decisions-page.tsx";
import { EventPage } from "../events/event-page.tsx";
import { EventsPage } from "../events/events-page.tsx";
import { NewReportPage } from "../reports/new-report-page.tsx";
import { ReportView } from "../reports/report-page.tsx";
import { ReportsPage } from "../reports/reports-page.tsx";
import { SearchPage } from "../search/search-page.tsx";
import { NavLink } from "./nav-link.tsx";

const MapPage = lazy(() => import("../map/map-page.tsx").then((m) => ({ default: m.MapPage })));

export function App(): ReactNode {
  return (
    <DecisionBar>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="top">
        <Link href="/" className="brand">
          Dateline
        </Link>
        <nav aria-label="Main">
          <NavLink href="/">Reports</NavLink>
          <NavLink href="/events">Events</NavLink>
          <NavLink href="/map">Map</NavLink>
          <NavLink href="/search">Search</NavLink>
          <NavLink href="/decisions">Decisions</NavLink>
          <NavLink href="/new">Add</NavLink>
        </nav>
        <CoderField />
      </header>
      <main id="main">
        <Suspense fallback={<p role="status">Loading …</p>}>
          <Switch>
            <Route path="/" component={ReportsPage} />
            <Route path="/r/:id">{({ id }) => <ReportView id={decodeURIComponent(id)} />}</Route>
            <Route path="/events" component={EventsPage} />
            <Route path="/e/:id">{({ id }) => <EventPage id={decodeURIComponent(id)} />}</Route>
            <Route path="/map" component={MapPage} />
            <Route path="/search" component={SearchPage} />
            <Route path="/decisions" component={DecisionsPage} />
            <Route path="/new" component={NewReportPage} />
            <Route>
              <h1>Nothing is here</h1>
              <p>
                This address leads nowhere. <Link href="/">Go to the reports.</Link>
              </p>
            </Route>
          </Switch>
        </Suspense>
      </main>
    </DecisionBar>
  );
}
