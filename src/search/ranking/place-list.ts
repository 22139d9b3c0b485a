/**
 * Records by place, in that order, each with a number: how much it says a word, or what it calls a theme. As two arrays of
 * numbers, for searches of a large library walk through many of them.
 */
export class PlaceList {
  size = 0;
  places = new Int32Array(2);
  numbers = new Float32Array(2);

  /** The places that have a number, of numbers by place. */
  static of(byPlace: Float32Array): PlaceList {
    const list = new PlaceList();
    let size = 0;
    for (let place = 0; place < byPlace.length; place += 1) if (byPlace[place] !== 0) size += 1;
    [list.places, list.numbers] = [new Int32Array(size), new Float32Array(size)];
    for (let place = 0; place < byPlace.length; place += 1) {
      if (byPlace[place] === 0) continue;
      list.places[list.size] = place;
      list.numbers[list.size++] = byPlace[place]!;
    }
    return list;
  }

  /** A place may stand in it more than once. */
  insert(place: number, number: number): void {
    if (this.size === this.places.length) this.grow();
    const at = this.firstFrom(place + 1);
    this.places.copyWithin(at + 1, at, this.size);
    this.numbers.copyWithin(at + 1, at, this.size);
    this.places[at] = place;
    this.numbers[at] = number;
    this.size += 1;
  }

  remove(place: number): void {
    const [from, after] = [this.firstFrom(place), this.firstFrom(place + 1)];
    this.places.copyWithin(from, after, this.size);
    this.numbers.copyWithin(from, after, this.size);
    this.size -= after - from;
  }

  filled(): Int32Array {
    return this.places.subarray(0, this.size);
  }

  /** For each place the most of what is there already and of its number here, times a factor. */
  raise(most: Float32Array, factor = 1): void {
    for (let at = 0; at < this.size; at += 1) {
      const [place, number] = [this.places[at]!, this.numbers[at]! * factor];
      if (number > most[place]!) most[place] = number;
    }
  }

  /** Takes its numbers from what is there, down to nothing. */
  lower(left: Float32Array): void {
    for (let at = 0; at < this.size; at += 1) {
      const place = this.places[at]!;
      left[place] = Math.max(0, left[place]! - this.numbers[at]!);
    }
  }

  private grow(): void {
    const { places, numbers } = this;
    (this.places = new Int32Array(this.size * 2)).set(places);
    (this.numbers = new Float32Array(this.size * 2)).set(numbers);
  }

  /** Where a place or the one after it first stands, or would; mostly at the end. */
  private firstFrom(place: number): number {
    let [low, high] = [0, this.size];
    if (high === 0 || this.places[high - 1]! < place) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
