#!/usr/bin/env node
import { Command, Option } from 'commander'
import { roleSchemeNames } from '../study/index.js'
import { archive } from './archive.js'
import { check } from './check.js'
import { codebook } from './codebook.js'
import { dossier } from './dossier.js'
import { fail } from './fail.js'
import { history } from './history.js'
import { init } from './init.js'
import { names } from './names.js'
import { quotes } from './quotes.js'
import { report } from './report.js'
import { restoreStudy } from './restore.js'
import { version } from './version.js'
import { withdraw } from './withdraw.js'

const program = new Command('retroduct')
  .description(
    'From interview transcripts to a realist evaluation report from which no registered name leaks.\nDIR is the folder of a study: study.json, transcripts/ and tables in CSV.',
  )
  .version(version)
  .showHelpAfterError('(add --help to see what is possible)')

const register = () => new Option('--register <file>', 'the names to hide (register.csv); it stands outside the folder of the study')
const without = () => new Option('--without-register <reason>', 'when there is no name to hide: say why').conflicts('register')
const team = () =>
  new Option('--team', 'for the team only: nothing is hidden, and files are named .team').conflicts(['register', 'withoutRegister'])
const attributes = () => new Option('--attributes <names...>', 'attributes of respondents and cases to carry')
const perTheme = () => new Option('--per-theme <n>', 'quotes per theme').default(3).argParser(wholeNumber)
const maxShare = () =>
  new Option('--max-share <share>', 'the largest part of the quotes one respondent may have').default(1 / 3, '0.33').argParser(share)
const decisions = () =>
  new Option('--decisions <file>', 'what was decided on points that only a person can decide; default: decisions.csv beside the register')
const release = () =>
  new Option(
    '--release <name>',
    'what this version is called now that it goes out: remembered in releases.jsonl beside the register, and the next version is weighed with it',
  )
const today = () =>
  new Option('--today <date>', 'the day to hold consents against that end').default(new Date().toISOString().slice(0, 10), 'today')
const passphraseFile = () => new Option('--passphrase-file <file>', 'a file that holds the passphrase in one line; asked for when left out')

program
  .command('init')
  .argument('<dir>', 'the folder to make; transcripts that are in its transcripts/ already get a row')
  .description('make the folder of a new study, with a .gitignore for what holds names')
  .option('--title <title>', 'title of the study', 'Untitled study')
  .option('--language <code>', 'language of the study: nl or en', 'en')
  .addOption(
    new Option('--scheme <name>', 'the roles of configurations, when not CMO; a scheme of your own is written in study.json').choices(
      roleSchemeNames,
    ),
  )
  .action(run(init))

program
  .command('check')
  .argument('<dir>', 'the folder of the study')
  .description('say what is in a study, and everything that is wrong with it by file, row and column')
  .option('--notebook <file>', 'instead, say what in a saved notebook (.ipynb) must not be passed on')
  .option(
    '--report <file>',
    'instead, hold a finished report (.docx, .md, .html, .txt) against the study: quotations, counts, names, what is not told',
  )
  .option('--out <dir>', 'with --report: where its page for the team goes', 'out')
  .option('--groups <words...>', 'with --report: words it has for groups, as doctors="medical specialist"')
  .addOption(register())
  .addOption(without())
  .addOption(today())
  .action(run(check))

program
  .command('history')
  .argument('<dir>', 'the folder of the study')
  .description('print the journal in words: who changed what, when, and what was taken back; for the team')
  .option('--pass <pass>', 'only this pass: its number, its id, or a day for the last pass of that day or before')
  .option('--calls', 'a line per call of a pass, as it was written down at the time')
  .action(run(history))

program
  .command('names')
  .argument('<dir>', 'the folder of the study')
  .description('propose the names to hide, add them to the register, and write the page on which it is reviewed; for the team')
  .requiredOption('--register <file>', 'the register, made when it is not there; it stands outside the folder of the study')
  .option('--review <file>', 'where the page is written; beside the register unless given')
  .addHelpText('after', '\nExample:\n  retroduct names my-study --register ../secret/register.csv')
  .action(run(names))

program
  .command('quotes')
  .argument('<dir>', 'the folder of the study')
  .description('write the quote table, pseudonymised')
  .addOption(register())
  .addOption(without())
  .addOption(team())
  .requiredOption('--out <file>', 'quotes.csv, quotes.md or quotes.html')
  .addOption(perTheme())
  .addOption(maxShare())
  .addOption(attributes())
  .addOption(decisions())
  .addOption(release())
  .addOption(today())
  .addHelpText('after', '\nExample:\n  retroduct quotes my-study --register ../secret/register.csv --out out/quotes.csv')
  .action(run(quotes))

program
  .command('report')
  .argument('<dir>', 'the folder of the study')
  .description('write the report as HTML and Markdown and the quote table as CSV, pseudonymised')
  .addOption(register())
  .addOption(without())
  .addOption(team())
  .requiredOption('--out <dir>', 'the folder to write to')
  .addOption(perTheme())
  .addOption(maxShare())
  .addOption(attributes())
  .addOption(decisions())
  .addOption(release())
  .addOption(today())
  .option('--review <file>', 'also write each replacement in its sentence, for the team: keep it beside the register')
  .addHelpText('after', '\nExample:\n  retroduct report my-study --register ../secret/register.csv --out out')
  .action(run(report))

program
  .command('codebook')
  .argument('<dir>', 'the folder of the study')
  .description('write the codebook as HTML, Markdown and CSV, pseudonymised')
  .addOption(register())
  .addOption(without())
  .addOption(team())
  .requiredOption('--out <dir>', 'the folder to write to')
  .addOption(new Option('--by <what>', 'divide the counts').choices(['group', 'case', 'round']))
  .addOption(attributes())
  .addOption(decisions())
  .addOption(release())
  .addOption(today())
  .action(run(codebook))

program
  .command('dossier')
  .argument('<dir>', 'the folder of the study')
  .argument('[configurations...]', 'which configurations: C3, or C3@t1 for a version of the theory; all of the newest version unless given')
  .description('write a page per configuration as HTML and Markdown, pseudonymised: wordings, evidence, rivals, cases, who was asked')
  .addOption(register())
  .addOption(without())
  .addOption(team())
  .requiredOption('--out <dir>', 'the folder to write to')
  .addOption(attributes())
  .addOption(decisions())
  .addOption(release())
  .addOption(today())
  .addHelpText('after', '\nExample:\n  retroduct dossier my-study C1 C3 --register ../secret/register.csv --out out')
  .action((dir, configurations, options) => dossier(dir, configurations, options).catch(fail))

program
  .command('archive')
  .argument('<dir>', 'the folder of the study')
  .description('write the study, pseudonymised, as a folder for an archive, and a sealed key that leads back to the original')
  .addOption(register())
  .addOption(without())
  .requiredOption('--out <dir>', 'the folder to make')
  .requiredOption('--key <file>', 'the file to seal the key in; it stands outside any folder of a study')
  .addOption(passphraseFile())
  .addOption(attributes())
  .addOption(today())
  .addOption(decisions())
  .addOption(release())
  .addHelpText(
    'after',
    '\nExample:\n  retroduct archive my-study --register ../secret/register.csv --out archive --key ../secret/my-study.rtdk',
  )
  .action(run(archive))

program
  .command('restore')
  .argument('<dir>', 'the folder that archive made')
  .description('write the original of an archived study, by its key')
  .requiredOption('--key <file>', 'the key that was made with it')
  .requiredOption('--out <dir>', 'the folder to make')
  .addOption(passphraseFile())
  .action(run(restoreStudy))

program
  .command('withdraw')
  .argument('<dir>', 'the folder of the study')
  .argument('<respondent>', 'the id of who withdraws')
  .description('take a respondent out of a study, or out of what is printed; without --yes it only says what would go')
  .addOption(
    new Option('--scope <scope>', 'everything: the person and what was said; quotes: what is printed; archive: what is archived')
      .choices(['everything', 'quotes', 'archive'])
      .makeOptionMandatory(),
  )
  .requiredOption('--coder <coder>', 'who does it, for the journal')
  .option('--register <file>', 'the register of names, to list where a name of the person stands')
  .addOption(today())
  .option('--yes', 'do it, and save')
  .action((dir, respondent, options) => withdraw(dir, respondent, options).catch(fail))

program.parseAsync().catch(fail)

function run<O>(work: (dir: string, options: O) => Promise<void>): (dir: string, options: O) => Promise<void> {
  return (dir, options) => work(dir, options).catch(fail)
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,3}$/u.test(value)) program.error('--per-theme takes a whole number from 1 up')
  return Number(value)
}

function share(value: string): number {
  const number = Number(value.replace(',', '.'))
  if (!(number > 0 && number <= 1)) program.error('--max-share takes a number above 0 and at most 1, such as 0.25')
  return number
}
