// SPDX-License-Identifier: Apache-2.0

// Reads JSON (RFC 8259). Values are the text that they were read from, so that they can be handed on as they came.

const NONE = -1;

/** Whether the value is a string. */
export function isString(value: string): bool {
  return value.length > 1 && value.charCodeAt(0) == 0x22;
}

/** The characters of a JSON string. */
export function unquoted(value: string): string {
  const parts = new Array<string>();
  const end = value.length - 1;
  let start = 1;
  for (let i = 1; i < end; ) {
    if (value.charCodeAt(i) != 0x5c) {
      i++;
      continue;
    }
    parts.push(value.substring(start, i));
    const letter = value.charAt(i + 1);
    parts.push(letter == "u" ? String.fromCharCode(<i32>parseInt(value.substr(i + 2, 4), 16)) : meaning(letter));
    i += letter == "u" ? 6 : 2;
    start = i;
  }
  parts.push(value.substring(start, end));
  return parts.join("");
}

function meaning(letter: string): string {
  const at = "bfnrt".indexOf(letter);
  return at >= 0 ? "\b\f\n\r\t".charAt(at) : letter;
}

/** Reads a text from its beginning to its end. */
export class Reader {
  /** Whether it is no JSON. */
  malformed: bool = false;
  private at: i32 = 0;

  constructor(private text: string) {}

  /** The members of an object, each value as it was written, the last one of a name; none where it is another value. */
  document(): Map<string, string> {
    const members = new Map<string, string>();
    this.value(members);
    this.space();
    if (this.at < this.text.length) this.malformed = true;
    return members;
  }

  // Keeps the brackets that are open in an array: nesting as deep as the text is long would end a small stack.
  private value(members: Map<string, string>): void {
    const closers = new Array<i32>();
    let name = "";
    let start = NONE;
    do {
      if (closers.length == 0 || closers[closers.length - 1] != 0x7d) {
        this.space();
      } else {
        const written = this.name();
        if (closers.length == 1) {
          name = written;
          start = this.at;
        }
      }
      if (this.opened(closers)) continue;
      if (this.malformed) return;
      // A value has ended, and with it all brackets that close here.
      while (closers.length > 0) {
        if (closers.length == 1 && start != NONE) {
          members.set(name, this.text.substring(start, this.at));
          start = NONE;
        }
        this.space();
        if (this.peek() == 0x2c) {
          this.at++;
          break;
        }
        if (this.peek() != closers[closers.length - 1]) {
          this.malformed = true;
          return;
        }
        this.at++;
        closers.pop();
      }
    } while (closers.length > 0 && !this.malformed);
  }

  /** Reads a scalar, an empty array or an empty object; whether it was an opening bracket instead, with something in it. */
  private opened(closers: Array<i32>): bool {
    const code = this.peek();
    if (code != 0x7b && code != 0x5b) {
      this.scalar(code);
      return false;
    }
    this.at++;
    this.space();
    const closer = code + 2;
    if (this.peek() == closer) {
      this.at++;
      return false;
    }
    closers.push(closer);
    return true;
  }

  /** A member's name and the colon, to where the value begins. */
  private name(): string {
    this.space();
    const start = this.at;
    this.string();
    const name = this.malformed ? "" : unquoted(this.text.substring(start, this.at));
    this.space();
    this.expect(this.peek() == 0x3a);
    this.space();
    return name;
  }

  private scalar(code: i32): void {
    if (code == 0x22) this.string();
    else if (code == 0x74) this.word("true");
    else if (code == 0x66) this.word("false");
    else if (code == 0x6e) this.word("null");
    else this.number();
  }

  private word(word: string): void {
    this.malformed = !this.text.startsWith(word, this.at);
    this.at += word.length;
  }

  private string(): void {
    this.expect(this.peek() == 0x22);
    while (!this.malformed && this.peek() != 0x22) {
      const code = this.peek();
      this.expect(code >= 0x20);
      if (code == 0x5c) this.escape();
    }
    this.at++;
  }

  private escape(): void {
    const letter = this.peek();
    this.expect(letter != NONE && '"\\/bfnrtu'.includes(String.fromCharCode(letter)));
    for (let i = 0; i < 4 && letter == 0x75; i++) {
      const low = this.peek() | 0x20;
      this.expect(this.isDigit() || (low >= 0x61 && low <= 0x66 && this.peek() >= 0x41));
    }
  }

  private number(): void {
    if (this.peek() == 0x2d) this.at++;
    if (this.peek() == 0x30) this.at++;
    else this.digits();
    if (this.peek() == 0x2e) {
      this.at++;
      this.digits();
    }
    if ((this.peek() | 0x20) == 0x65) {
      this.at++;
      if (this.peek() == 0x2b || this.peek() == 0x2d) this.at++;
      this.digits();
    }
  }

  private digits(): void {
    this.expect(this.isDigit());
    while (this.isDigit()) this.at++;
  }

  private isDigit(): bool {
    return this.peek() >= 0x30 && this.peek() <= 0x39;
  }

  /** Goes on behind a character that is as it must be. */
  private expect(right: bool): void {
    if (right) this.at++;
    else this.malformed = true;
  }

  private space(): void {
    for (let code = this.peek(); code == 0x20 || code == 0x0a || code == 0x0d || code == 0x09; code = this.peek()) {
      this.at++;
    }
  }

  private peek(): i32 {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : NONE;
  }
}
