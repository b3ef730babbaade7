import type { NamingWords } from '../namingWords.js'

const words = (list: string) => list.split(' ')

/** How English names people and organisations. */
export const enNaming: NamingWords = {
  titles: new Set(
    words('mr mrs ms miss mx dr doctor prof professor sir lady lord rev reverend father sister nurse aunt auntie uncle grandma grandpa'),
  ),
  fillers: new Set(words('eh er erm uh uhm um hm hmm mm well so yes yeah')),
  introductions: ['i am', "i'm", 'i’m', 'my name is', 'my name’s', "my name's", 'i am called', 'they call me'],
  presentations: [
    'talking to',
    'talking with',
    'speaking to',
    'speaking with',
    'interview with',
    'conversation with',
    'welcome',
    'good morning',
    'good afternoon',
    'good evening',
    'hello',
    'hi',
    'thank you',
    'thanks',
  ],
  kinds: new Set(
    words(
      'hospital infirmary clinic centre center medical surgery practice trust foundation institute university college school council group care ' +
        'home hospice society association network project programme program general royal st saint nhs ltd of for and the at',
    ),
  ),
  endings: words('y ie ies ian ians ite ites er ers ish esque ism'),
}
