declare module 'heic-decode' {
  /** The first picture, upright, four bytes a dot. Throws where there is none. */
  export default function decode(file: {
    buffer: Uint8Array
  }): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
}
