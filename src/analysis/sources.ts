export { membersOf, type Source, type Sources, sourcesOf } from '../transcript/index.js'
