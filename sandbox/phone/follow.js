/** Nearer to the end than this, in pixels, the newest message counts as seen. */
const ROOM = 60

/**
 * Keeps the newest message in view until the reader scrolls back, and again from when they return to it.
 * @param {HTMLElement} scroll what scrolls
 * @param {HTMLElement} content what grows in it
 * @param {(following: boolean) => void} moved
 */
export function follow(scroll, content, moved) {
  let following = true
  let before = 0
  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < ROOM
  /** @param {boolean} [gently] */
  function toEnd(gently) {
    following = true
    scroll.scrollTo({ top: scroll.scrollHeight, behavior: gently ? 'smooth' : 'instant' })
  }
  scroll.addEventListener('scroll', () => {
    // content that grew has the reader away from the end without any wish of theirs
    if (atEnd()) following = true
    else if (scroll.scrollTop < before) following = false
    before = scroll.scrollTop
    moved(following)
  })
  // a photo that has loaded, or a phone that was out of sight: neither may lose the newest message
  const resized = new ResizeObserver(() => following && toEnd())
  resized.observe(content)
  resized.observe(scroll)
  return { toEnd, following: () => following }
}
