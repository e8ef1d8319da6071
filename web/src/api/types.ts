// SPDX-License-Identifier: EUPL-1.2
// Short names for the types of the API; schema.d.ts is made by `npm run api`.
import type { components } from './schema'

export type Schemas = components['schemas']
export type Text = Schemas['Text']
export type Problem = Schemas['Problem']
export type Status = Schemas['Status']
export type Citation = Schemas['Citation']
export type Figure = Schemas['Figure']
export type Reference = Schemas['Reference']
export type Measurement = Schemas['Measurement']
export type Session = Schemas['Session']
export type City = Schemas['City']
export type Overview = Schemas['Overview']
export type DueItem = Schemas['DueItem']
export type MechanismCard = Schemas['MechanismCard']
export type Outcome = Schemas['Outcome']
export type VisionTree = Schemas['VisionTree']
export type ChallengeCard = Schemas['ChallengeCard']
export type CausalMap = Schemas['CausalMap']
export type Coverage = Schemas['Coverage']
export type FeatureCollection = Schemas['FeatureCollection']
export type AreaRegister = Schemas['AreaRegister']
