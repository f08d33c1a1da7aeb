// SPDX-License-Identifier: Apache-2.0

// The planets' orbits: {"n": steps} gives {"before": energy, "after": energy}, both in units of 1e-9. Floating point.

#include <math.h>

#include "wasmwhisk.h"

enum { BODIES = 5 };
static const double PI = 3.141592653589793, DAYS = 365.24;

typedef struct {
  double at[3], speed[3], mass;
} body;

// The sun, Jupiter, Saturn, Uranus, Neptune: astronomical units, per day, in masses of the sun.
static body bodies[BODIES] = {
    {{0, 0, 0}, {0, 0, 0}, 1},
    {{4.84143144246472090, -1.16032004402742839, -0.103622044471123109},
     {0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023}, 0.000954791938424326609},
    {{8.34336671824457987, 4.12479856412430479, -0.403523417114321381},
     {-0.00276742510726411, 0.00499852801234917238, 0.0000230417297573763929}, 0.000285885980666130812},
    {{12.8943695621391310, -15.1111514016986312, -0.223307578892655734},
     {0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556}, 0.0000436624404335156298},
    {{15.3796971148509165, -25.9193146099879641, 0.179258772950371181},
     {0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870}, 0.0000515138902046611451}};

static double energy(void) {
  double sum = 0;
  for (int i = 0; i < BODIES; i++) {
    const body *one = &bodies[i];
    double square = 0;
    for (int axis = 0; axis < 3; axis++) square += one->speed[axis] * one->speed[axis];
    sum += one->mass * square / 2;
    for (int j = i + 1; j < BODIES; j++) {
      double distance = 0;
      for (int axis = 0; axis < 3; axis++) {
        double apart = one->at[axis] - bodies[j].at[axis];
        distance += apart * apart;
      }
      sum -= one->mass * bodies[j].mass / sqrt(distance);
    }
  }
  return sum;
}

static void advance(double days) {
  for (int i = 0; i < BODIES; i++) {
    body *one = &bodies[i];
    for (int j = i + 1; j < BODIES; j++) {
      body *other = &bodies[j];
      double apart[3], square = 0;
      for (int axis = 0; axis < 3; axis++) {
        apart[axis] = one->at[axis] - other->at[axis];
        square += apart[axis] * apart[axis];
      }
      double pull = days / (square * sqrt(square));
      for (int axis = 0; axis < 3; axis++) {
        one->speed[axis] -= apart[axis] * other->mass * pull;
        other->speed[axis] += apart[axis] * one->mass * pull;
      }
    }
  }
  for (int i = 0; i < BODIES; i++) {
    for (int axis = 0; axis < 3; axis++) bodies[i].at[axis] += days * bodies[i].speed[axis];
  }
}

// Masses and speeds in the units of the energy; the sun moves so that the whole does not.
static void prepare(void) {
  for (int i = 0; i < BODIES; i++) {
    bodies[i].mass *= 4 * PI * PI;
    for (int axis = 0; axis < 3; axis++) bodies[i].speed[axis] *= DAYS;
  }
  for (int axis = 0; axis < 3; axis++) {
    double momentum = 0;
    for (int i = 0; i < BODIES; i++) momentum += bodies[i].speed[axis] * bodies[i].mass;
    bodies[0].speed[axis] = -momentum / bodies[0].mass;
  }
}

int main(void) {
  int64_t steps = ww_require_int64(ww_read_params(), "n");
  prepare();
  double before = energy();
  for (int64_t i = 0; i < steps; i++) advance(0.01);
  printf("{\"before\":%" PRId64 ",\"after\":%" PRId64 "}\n", (int64_t)llround(before * 1e9), (int64_t)llround(energy() * 1e9));
  return 0;
}
