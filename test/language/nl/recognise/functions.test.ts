import { describe, expect, it } from 'vitest'
import { foundOf, seenOf } from './marks.js'

const functions = (text: string) => foundOf('FUNCTION', text)

describe('functions of somebody in particular', () => {
  it.each([
    // Heads with anything before them, and what the work is about.
    ['Zij werd hoofd zorg en behandeling bij ons.', ['hoofd zorg en behandeling']],
    ['Dat was de voorzitter van de raad van bestuur van Isala.', ['voorzitter van de raad van bestuur']],
    ['Ik ben wetenschappelijk coördinator bij ons.', ['wetenschappelijk coördinator']],
    ['Er kwam een nieuwe directeur zorg bij.', ['directeur zorg']],
    // What few have, where somebody is introduced by it.
    ['In Druten is de burgemeester zelf gekomen.', ['burgemeester']],
    // Behind a name.
    ['Hafida is de wijkverpleegkundige.', ['wijkverpleegkundige']],
    ['Sef Janssen. Directeur bedrijfsvoering.', ['Directeur bedrijfsvoering']],
    ['Gabriel Aydin, 38, lasser. Een sterke man.', ['lasser']],
    ['er was een man van 67 oud stratenmaker en die kwam elke maand', ['oud stratenmaker']],
    // A seat.
    ['Ik zit in de cliëntenraad van het huis.', ['cliëntenraad']],
    ['Ik was sinds 1 april 2011 lid van de raad van bestuur.', ['lid van de raad van bestuur']],
  ])('%s', (text, wanted) => expect(functions(text)).toEqual(wanted))

  it.each([
    'De huisarts krijgt een consult, en de verpleegkundige niet.',
    'Wat doet een ketencoördinator dan de hele dag?',
    'Iedere transferverpleegkundige weet dat, en geen dataspecialist.',
    'Wij overleggen in de cliëntenraad niet.',
    'Dat was mijn voorganger, en hij is vrijwilliger geworden.',
  ])('%s: said in general', text => expect(functions(text)).toEqual([]))
})

describe('functions that few have, of nobody in particular as far as can be seen', () => {
  it.each([
    ['Ik belde de transferverpleegkundige op haar vrije dag.', ['transferverpleegkundige']],
    ['Toen kwam de dataspecialist met een plaat.', ['dataspecialist']],
  ])('%s', (text, wanted) => {
    expect(functions(text)).toEqual([])
    expect(seenOf('FUNCTION', text)).toEqual(wanted)
  })
})

describe('departments', () => {
  it.each([
    ['Ik belde met Pim van inkoop.', ['inkoop']],
    ['Bel Marloes van het secretariaat maar.', ['secretariaat']],
    ['ik ben teamleider van het fact team waalkant zuid en dat is groot', ['fact team waalkant zuid']],
  ])('%s', (text, wanted) => expect(foundOf('DEPARTMENT', text)).toEqual(wanted))

  it('takes a road for none', () => {
    expect(foundOf('DEPARTMENT', 'Dat was een ongeluk op de A35 bij Borne.')).toEqual([])
    expect(foundOf('DEPARTMENT', 'Hij lag op B3 toen.')).toEqual(['B3'])
  })
})
