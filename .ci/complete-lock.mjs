// Adds to package-lock.json the optional packages of other platforms that npm leaves out when it cannot see them where it
// runs; without them `npm ci` finds the lock file out of step. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages = lock.packages
const systems = /android|darwin|freebsd|linux|netbsd|openbsd|win32|sunos|aix|openharmony/u
const processors = /arm64|x64|ia32|loong64|mips64el|ppc64|riscv64|s390x|arm|wasm32/u
let added = 0
for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages) continue
    const [os] = systems.exec(name) ?? []
    const [cpu] = processors.exec(name) ?? []
    if (os === undefined && cpu === undefined) throw new Error(`of which platform is ${name}?`)
    packages[`node_modules/${name}`] = { version, ...(cpu && { cpu: [cpu] }), dev: true, optional: true, ...(os && { os: [os] }) }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} added`)
