;(() => {
  const box = document.getElementById('compare')
  if (!box) return
  const input = box.querySelector('input')
  const drop = box.querySelector('.drop')
  const results = [...box.querySelectorAll('[data-result]')]
  let latest = 0

  const rotate = (word, by) => (word >>> by) | (word << (32 - by))

  // crypto.subtle exists only in secure contexts, and an office opens this page over http as well
  function sha256(bytes) {
    const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0
    const primes = []
    for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n)
    const k = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
    const hash = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
    const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
    padded.set(bytes)
    padded[bytes.length] = 0x80
    const view = new DataView(padded.buffer)
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
    view.setUint32(padded.length - 4, bytes.length << 3)
    const w = new Int32Array(64)
    for (let block = 0; block < padded.length; block += 64) {
      for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + i * 4)
      for (let i = 16; i < 64; i++) {
        const s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >>> 3)
        const s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >>> 10)
        w[i] = w[i - 16] + s0 + w[i - 7] + s1
      }
      let [a, b, c, d, e, f, g, h] = hash
      for (let i = 0; i < 64; i++) {
        const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0
        const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
        h = g
        g = f
        f = e
        e = (d + t1) | 0
        d = c
        c = b
        b = a
        a = (t1 + t2) | 0
      }
      hash[0] += a
      hash[1] += b
      hash[2] += c
      hash[3] += d
      hash[4] += e
      hash[5] += f
      hash[6] += g
      hash[7] += h
    }
    return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  async function digest(bytes) {
    if (!globalThis.crypto?.subtle) return sha256(bytes)
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  function show(result, file) {
    for (const part of results) part.hidden = part.dataset.result !== result
    for (const name of box.querySelectorAll('[data-file]')) name.textContent = file.name
  }

  async function compare(file) {
    if (!file) return
    const turn = ++latest
    show('reading', file)
    try {
      const hash = await digest(new Uint8Array(await file.arrayBuffer()))
      if (turn === latest) show(hash === box.dataset.sha256.toLowerCase() ? 'match' : 'no-match', file)
    } catch {
      if (turn === latest) show('unreadable', file)
    }
  }

  input.addEventListener('change', () => {
    compare(input.files[0])
    // so that the same file, changed meanwhile, can be chosen again
    input.value = ''
  })
  addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.add('over')
  })
  addEventListener('dragleave', () => drop.classList.remove('over'))
  addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    compare(event.dataTransfer.files[0])
  })
  box.hidden = false
})()
