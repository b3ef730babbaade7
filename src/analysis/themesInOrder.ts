import type { Study, Theme } from '../study/index.js'

/** Themes in the order of a report: by role of the study, enabling before both or neither before hindering, then as listed. */
export function themesInOrder(study: Study): readonly Theme[] {
  const role = (theme: Theme) =>
    theme.role === null || !study.roles.includes(theme.role) ? study.roles.length : study.roles.indexOf(theme.role)
  return [...study.themes].sort((a, b) => role(a) - role(b) || polarityPlace(a) - polarityPlace(b))
}

function polarityPlace(theme: Theme): number {
  return theme.polarity === 'enabling' ? 0 : theme.polarity === 'hindering' ? 2 : 1
}
