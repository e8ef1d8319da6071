// SPDX-License-Identifier: EUPL-1.2
import admin from './admin.json'
import agenda from './agenda.json'
import areas from './areas.json'
import decisions from './decisions.json'
import edit from './edit.json'
import efforts from './efforts.json'
import escalator from './escalator.json'
import monitor from './monitor.json'
import overview from './overview.json'
import policy from './policy.json'
import reports from './reports.json'
import search from './search.json'
import shared from './shared.json'
import shell from './shell.json'
import signals from './signals.json'
import vision from './vision.json'

export const messages = {
  admin,
  agenda,
  areas,
  decisions,
  edit,
  efforts,
  escalator,
  monitor,
  overview,
  policy,
  reports,
  search,
  shared,
  shell,
  signals,
  vision,
}
