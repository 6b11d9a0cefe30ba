// The simple recurrent unit of network.py, forward and backward, one sentence after the other.
// Layout: [time][sentence][unit]; `u` holds candidate, forget and reset sums side by side.
#include <math.h>
#include <string.h>

#define MOST 512
static float sigmoid(float x) { return 1.0f / (1.0f + expf(-x)); }
static float squash(float x) { return 2.0f / (1.0f + expf(-2.0f * x)) - 1.0f; }

void forward(int times, int sentences, int units, const float *u, const float *skip, const float *v, const int *lengths,
             int backwards, float *out, float *cells) {
  float zeros[MOST] = {0};
  for (int b = 0; b < sentences; b++) {
    const float *restrict last = zeros;
    for (int step = 0; step < lengths[b]; step++) {
      long at = (long)(backwards ? lengths[b] - 1 - step : step) * sentences + b;
      const float *restrict row = u + at * units * 3, *restrict s = skip + at * units;
      float *restrict h = out + at * units, *restrict c = cells + at * units;
      for (int k = 0; k < units; k++) {
        float f = sigmoid(row[units + k] + v[k] * last[k]);
        float r = sigmoid(row[2 * units + k] + v[units + k] * last[k]);
        c[k] = f * last[k] + (1.0f - f) * row[k];
        h[k] = r * squash(c[k]) + (1.0f - r) * s[k];
      }
      last = c;
    }
  }
}

void backward(int times, int sentences, int units, const float *u, const float *skip, const float *v, const int *lengths,
              int backwards, const float *cells, const float *dout, float *du, float *dskip, float *dv) {
  float zeros[MOST] = {0};
  float carried[MOST];
  float *restrict dvf = dv, *restrict dvr = dv + units;
  for (int b = 0; b < sentences; b++) {
    memset(carried, 0, sizeof carried);
    for (int step = lengths[b] - 1; step >= 0; step--) {
      int t = backwards ? lengths[b] - 1 - step : step;
      long at = (long)t * sentences + b;
      const float *restrict row = u + at * units * 3, *restrict s = skip + at * units, *restrict c = cells + at * units;
      const float *restrict dh = dout + at * units;
      const float *restrict last = step == 0 ? zeros : cells + ((long)(backwards ? t + 1 : t - 1) * sentences + b) * units;
      float *restrict drow = du + at * units * 3, *restrict ds = dskip + at * units;
      for (int k = 0; k < units; k++) {
        float f = sigmoid(row[units + k] + v[k] * last[k]);
        float r = sigmoid(row[2 * units + k] + v[units + k] * last[k]);
        float g = squash(c[k]);
        float dr = dh[k] * (g - s[k]) * r * (1.0f - r);
        float dc = dh[k] * r * (1.0f - g * g) + carried[k];
        float df = dc * (last[k] - row[k]) * f * (1.0f - f);
        ds[k] = dh[k] * (1.0f - r);
        drow[k] = dc * (1.0f - f);
        drow[units + k] = df;
        drow[2 * units + k] = dr;
        dvf[k] += df * last[k];
        dvr[k] += dr * last[k];
        carried[k] = dc * f + df * v[k] + dr * v[units + k];
      }
    }
  }
}
