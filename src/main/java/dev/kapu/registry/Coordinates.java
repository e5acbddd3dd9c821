package dev.kapu.registry;

/** A point on the earth, in degrees (WGS 84). */
public record Coordinates(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    public Coordinates {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no point on the earth");
        }
    }

    /** As the crow flies, by the haversine formula. */
    public double kilometresTo(Coordinates other) {
        double dLatitude = Math.toRadians(other.latitude - latitude) / 2;
        double dLongitude = Math.toRadians(other.longitude - longitude) / 2;
        double h = Math.pow(Math.sin(dLatitude), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(dLongitude), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** Hazard: may be where a person lives, and must not reach a log line. */
    @Override
    public String toString() {
        return "Coordinates";
    }
}
