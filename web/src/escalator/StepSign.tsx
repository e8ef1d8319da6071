// SPDX-License-Identifier: EUPL-1.2
// What kind of step it is, as a sign.
import type { ReactNode } from 'react'
import type { StepForm } from './stepRules'

const drawings: Record<StepForm, ReactNode> = {
  new_dwellings: <path d="M4 20V10l8-6 8 6v10H4M12 11v6M9 14h6" />,
  demolition: <path d="M4 20V10l8-6 8 6v10H4M9 14h6" />,
  sale_of_rented: <path d="M4 12l8-8h8v8l-8 8zM16 8h.01" />,
  conversion: <path d="M4 9h13l-4-4M20 15H7l4 4" />,
  public_space: <path d="M12 21v-7M12 14c-5 0-7-3-7-6s3-5 7-5 7 2 7 5-2 6-7 6" />,
  social_fund: <path d="M12 20s-8-5-8-10a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 5-8 10-8 10z" />,
  access: <path d="M6 4h12v12H6zM6 11h12M9 20l-2-4M15 20l2-4" />,
  jobs: <path d="M4 8h16v11H4zM9 8V5h6v3M4 13h16" />,
}

export function StepSign({ form }: { form: StepForm }) {
  return (
    <svg className="step-sign" viewBox="0 0 24 24" aria-hidden="true">
      {drawings[form]}
    </svg>
  )
}
