// Makes docs/report.png, the picture in the README, from out/report.html (npm start): node docs/picture.mjs
import { chromium } from 'playwright-core'

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
const page = await browser.newPage({ viewport: { width: 900, height: 1150 } })
await page.goto(new URL('../out/report.html', import.meta.url).href)
await page.evaluate(() => document.querySelectorAll('.box')[0].scrollIntoView({ block: 'start' }))
await page.evaluate(() => scrollBy(0, -40))
await page.screenshot({ path: 'docs/report.png' })
await browser.close()
