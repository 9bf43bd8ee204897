/** Whether what stands on a page can be read. */
import type { Page } from 'playwright-core'

/** Texts whose contrast is below WCAG 2 AA, with the contrast that they have. */
export const pale = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    type Colour = [number, number, number, number]
    const read = (colour: string): Colour => {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
      return [r!, g!, b!, a! / 255]
    }
    const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
      r * a + x * (1 - a),
      g * a + y * (1 - a),
      b * a + z * (1 - a),
      1,
    ]
    const behind = (element: Element | null): Colour => {
      if (!element) return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1]
      const own = read(getComputedStyle(element).backgroundColor)
      return own[3] === 1 ? own : over(own, behind(element.parentElement))
    }
    const light = ([r, g, b]: Colour) => {
      const part = (value: number) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }
    const faults: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement!
      if (
        !node.textContent?.trim() ||
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('[inert], script, style')
      )
        continue
      const style = getComputedStyle(element)
      const back = behind(element)
      const [one, two] = [light(over(read(style.color), back)), light(back)]
      const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
      const size = Number.parseFloat(style.fontSize)
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      if (contrast < (large ? 3 : 4.5)) faults.push(`${contrast.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`)
    }
    return faults
  })

/** Pixels that a page is wider than its window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Controls without a name that could be read aloud. */
export const nameless = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input, select, textarea')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent)
        return ![element.getAttribute('aria-label'), element.textContent, element.title, ...labels].some((name) =>
          name?.trim(),
        )
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
