/** In which language a chat is. */
import { describe, expect, it } from '@jest/globals'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { hub } from './kind-hub.ts'

describe('a language that is guessed from the script', () => {
  it.each([
    ['ویاہ رجسٹر', 'ur', 'یہ بات چیت اردو میں ہے۔', 'زبان'],
    ['नमस्ते', 'hi', 'यह बातचीत हिन्दी में है।', 'भाषा'],
    ['ਜਨਮ ਸਰਟੀਫਿਕੇਟ', 'pa', 'ਇਹ ਗੱਲਬਾਤ ਪੰਜਾਬੀ ਵਿੱਚ ਹੈ।', 'ਭਾਸ਼ਾ'],
  ] as const)('is said once, and how another is had: %s', (first, language, said, command) => {
    const asha = chat(REAL, hub())
    expect(asha.writes(first)).toContain(said)
    expect(asha.replies()[0]!.text).toContain(`"${command}"`)
    expect(asha.state()).toMatchObject({ language, chosen: false })
    expect(asha.writes('menu')).not.toContain(said)
    asha.writes(command)
    expect(asha.state().place.at).toBe('language')
    asha.writes('English')
    expect(asha.writes(first)).not.toContain(said)
    expect(asha.state()).toMatchObject({ language: 'en', chosen: true })
  })

  it('is left at once for another, where the first question is open', () => {
    const asha = chat(REAL, hub())
    asha.writes('ویاہ رجسٹر')
    expect(asha.state().place.at).toBe('question')
    asha.writes('زبان')
    asha.writes('English')
    expect(asha.state()).toMatchObject({ language: 'en', place: { at: 'question' } })
  })

  it('that is named needs no such words', () => {
    const asha = chat(REAL, hub())
    expect(asha.writes('اردو')).not.toContain('یہ بات چیت اردو میں ہے')
  })
})
