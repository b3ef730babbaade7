import type { Report } from './report.js'

/** What every rendering says at its head: that it is for the team, or that it is pseudonymised. */
export function audienceLine({ audience, language: { texts } }: Report): string {
  return audience === 'team' ? texts.teamOnly : texts.pseudonymised
}
