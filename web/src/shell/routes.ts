// SPDX-License-Identifier: EUPL-1.2
// Every address of the site and the page behind it; a page is fetched when somebody goes there.
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { matchPath } from '../shared/router'

export interface PageProps {
  params: Record<string, string>
}

type Page = LazyExoticComponent<ComponentType<PageProps>>
type Load = () => Promise<{ default: ComponentType<PageProps> }>

export interface Route {
  pattern: string
  page: Page
}

const route = (pattern: string, load: Load): Route => ({ pattern, page: lazy(load) })

export const routes: Route[] = [
  route('/', () => import('../overview/OverviewPage')),
  route('/visie', () => import('../vision/VisionPage')),
  route('/visie/:view', () => import('../vision/VisionPage')),
  route('/staat', () => import('../monitor/StatePage')),
  route('/staat/ontbrekend', () => import('../monitor/GapsPage')),
  route('/staat/indicatoren', () => import('../monitor/IndicatorsPage')),
  route('/staat/indicatoren/:id', () => import('../monitor/IndicatorPage')),
  route('/beleid', () => import('../policy/PolicyPage')),
  route('/beleid/:id', () => import('../policy/PolicyDocumentPage')),
  route('/programmas', () => import('../efforts/EffortsPage')),
  route('/programmas/:id', () => import('../efforts/EffortPage')),
  route('/besluiten', () => import('../decisions/DecisionsPage')),
  route('/besluiten/:id', () => import('../decisions/DecisionPage')),
  route('/buurten', () => import('../areas/AreasPage')),
  route('/buurten/signalen', () => import('../signals/SignalsPage')),
  route('/buurten/vergelijken', () => import('../areas/ComparePage')),
  route('/buurten/:id', () => import('../areas/AreaPage')),
  route('/roltrap', () => import('../escalator/EscalatorPage')),
  route('/agenda', () => import('../agenda/AgendaPage')),
  route('/rapporten', () => import('../reports/ReportsPage')),
  route('/zoeken', () => import('../search/SearchPage')),
  route('/beheer', () => import('../admin/AdminPage')),
  route('/beheer/:view', () => import('../admin/AdminPage')),
  route('/inloggen', () => import('../admin/LoginPage')),
  route('/welkom', () => import('../admin/WelcomePage')),
  route('/documenten/:collection/:id', () => import('../edit/DocumentPage')),
  route('/documenten/:collection/:id/bewerken', () => import('../edit/EditPage')),
]

const notFound: Page = lazy(() => import('./NotFoundPage'))

/** The page for a path, with the values in its address. */
export function findPage(path: string): { page: Page; params: Record<string, string> } {
  for (const { pattern, page } of routes) {
    const params = matchPath(pattern, path)
    if (params) return { page, params }
  }
  return { page: notFound, params: {} }
}
