import { describe, expect, it } from 'vitest'
import { found } from './marks.js'

describe('names behind a noun that says what they name', () => {
  it.each([
    ['Ik werk bij huisartsenpraktijk De Berkenhof daar.', 'huisartsenpraktijk De Berkenhof'],
    ['ik werk bij verloskundigenpraktijk het nest sinds kort', 'verloskundigenpraktijk het nest'],
    ['mijn dochter zit op basisschool de achtbaan nu', 'basisschool de achtbaan'],
    ['het recept ligt bij apotheek van bezooijen hier', 'apotheek van bezooijen'],
    ['Er staat een hok achter woning De Kiekendief, zonder vergunning.', 'woning De Kiekendief'],
  ])('%s', (text, name) => expect(found(text).map(one => one.replace(/^\S+ /u, ''))).toEqual([name]))

  it('takes what is done there for no name', () => {
    expect(found('De praktijk heeft de deur dicht, en een restaurant in de buurt ook.')).toEqual([])
    expect(found('ja de school heeft het niet en de kliniek de tijd ook niet')).toEqual([])
  })
})
