// SPDX-License-Identifier: EUPL-1.2
// Short names for what the API says of an agenda.
import type { Schemas } from '../api/types'

export type Frame = Schemas['AgendaFrame']
export type Item = Schemas['AgendaItem']
export type Option = Schemas['AgendaOption']
export type Form = Schemas['OptionForm']
export type Tempo = Schemas['AgendaTempo']
export type Wish = Schemas['AgendaWish']
export type WishKind = Wish['kind']
export type Line = Schemas['AgendaLine']
export type Choice = Schemas['AgendaChoice']
export type Chosen = Schemas['AgendaChosen']
export type Finding = Schemas['AgendaFinding']
export type Solved = Schemas['AgendaSolved']
export type Overruns = Schemas['AgendaOverruns']
export type Excess = Schemas['AgendaExcess']
export type Answer = Schemas['AgendaAnswer']
export type Job = Schemas['AgendaJob']
export type Repair = Schemas['AgendaRepair']
export type Body = Schemas['AgendaQuestion']
export type Ask = NonNullable<Body['ask']>
export type Standing = Schemas['AgendaStanding']['items'][number]['standing']

/** What can happen to something that runs, and to a proposal. */
export const runningForms = ['keep', 'bend', 'speed_up', 'supplement', 'stop'] as const satisfies Form[]
export const proposedForms = ['light', 'base', 'plus'] as const satisfies Form[]
export const tempos = ['slow', 'medium', 'fast'] as const satisfies Tempo[]
