// SPDX-License-Identifier: EUPL-1.2
// The figures of an indicator in every period, so that the map can go back in time.
import { useEffect, useState } from 'react'
import type { Schemas } from '../api/types'
import { send } from '../shared/api'
import type { Area } from './areaRegister'

type Page = Schemas['ObservationPage']
type Observation = Page['items'][number]
type AreaFigure = Area['figures'][string]

const pageSize = 1000

async function allOf(indicator: string): Promise<Observation[]> {
  const found: Observation[] = []
  for (let cursor: string | undefined = '0'; cursor !== undefined;) {
    const path: string = `/observations?indicator=${encodeURIComponent(indicator)}&limit=${pageSize}&cursor=${cursor}`
    const { data }: { data: Page } = await send<Page>('GET', path)
    found.push(...data.items)
    cursor = data.nextCursor
  }
  return found
}

/** Every figure there is of an indicator; nothing until they are there, or when they cannot be had. */
export function useObservations(indicator: string): Observation[] {
  const [held, setHeld] = useState<{ of: string; items: Observation[] }>({ of: '', items: [] })
  useEffect(() => {
    let current = true
    allOf(indicator).then(
      (items) => current && setHeld({ of: indicator, items }),
      () => undefined, // the latest figures are on the page all the same
    )
    return () => {
      current = false
    }
  }, [indicator])
  return held.of === indicator ? held.items : []
}

/** The periods in which some area of `level` has a value, the latest first. */
export function periodsOf(observations: Observation[], level: string): string[] {
  const measured = observations.filter(({ area, value }) => area.startsWith(`${level}/`) && typeof value === 'number')
  return [...new Set(measured.map(({ period }) => period))].sort((a, b) => b.localeCompare(a))
}

/** The areas with the figure of that period in place of their latest; of several sources the first with a value. */
export function inPeriod(areas: Area[], indicator: string, observations: Observation[], period: string): Area[] {
  const figures = new Map<string, AreaFigure>()
  for (const each of observations) {
    const id = each.area.slice(each.area.indexOf('/') + 1)
    if (each.period !== period || typeof figures.get(id)?.value === 'number') continue
    const { value, status, source } = each
    figures.set(id, { ...(value !== undefined && { value }), period, status, source })
  }
  return areas.map((area) => {
    const { [indicator]: _latest, ...others } = area.figures
    const figure = figures.get(area.id)
    return { ...area, figures: figure ? { ...others, [indicator]: figure } : others }
  })
}
